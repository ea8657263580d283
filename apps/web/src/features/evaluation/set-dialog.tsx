import type { DataSourceId, GoldenSetId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { fieldError } from '../../lib/field-error.ts';
import { trpc } from '../../lib/trpc.ts';

interface SetDialogProps {
  readonly dataSourceId: DataSourceId;
  /** Absent for a new one. */
  readonly set: { readonly id: GoldenSetId; readonly name: string } | null;
  onDone(id: GoldenSetId): void;
  onClose(): void;
}

/** Names a set, new or not. */
export function SetDialog({ dataSourceId, set, onDone, onClose }: SetDialogProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [name, setName] = useState(set?.name ?? '');
  const done = async (id: GoldenSetId | null) => {
    await queries.evaluation.sets.invalidate({ dataSourceId });
    if (id) onDone(id);
    onClose();
  };
  const create = trpc.evaluation.createSet.useMutation({ onSuccess: ({ id }) => done(id) });
  const rename = trpc.evaluation.renameSet.useMutation({ onSuccess: () => done(set?.id ?? null) });
  const error = create.error ?? rename.error;
  return (
    <Dialog open title={set ? t('evaluation.rename') : t('evaluation.newSet')} onClose={onClose}>
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (set) rename.mutate({ id: set.id, name });
          else create.mutate({ dataSourceId, name });
        }}
      >
        <TextField
          label={t('evaluation.setName')}
          dir="auto"
          maxLength={100}
          error={fieldError(error, 'name')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {error && <ErrorNotice error={error} />}
        <div className="flex justify-end gap-2.5">
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button type="submit" look="primary" busy={create.isPending || rename.isPending} disabled={name.trim() === ''}>
            {set ? t('evaluation.save') : t('evaluation.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
