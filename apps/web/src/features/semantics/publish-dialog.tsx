import type { DataSourceId, SemanticChangeId } from '@majed-vanna/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { useLayerChanged } from './use-layer.ts';

interface PublishDialogProps {
  readonly dataSourceId: DataSourceId;
  readonly count: number;
  /** Null for all that wait. */
  readonly ids: readonly SemanticChangeId[] | null;
  /** The version that was looked at. */
  readonly expectedVersion: number;
  onClose(): void;
}

/** From here on, answers follow the changes. */
export function PublishDialog({ dataSourceId, count, ids, expectedVersion, onClose }: PublishDialogProps) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const [note, setNote] = useState('');
  const publish = trpc.semanticLayer.publish.useMutation({
    onSuccess({ number }) {
      toasts.add({ title: t('semantics.published', { number }), type: 'ok' });
      onClose();
    },
    // Someone else may have published: the list is read anew either way.
    onSettled: changed,
  });
  const failure = shownFailure(publish.error);
  return (
    <Dialog open wide title={t('semantics.publishTitle', { count })} description={t('semantics.publishText')} onClose={onClose}>
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          publish.mutate({ dataSourceId, note, expectedVersion, ...(ids ? { ids: [...ids] } : {}) });
        }}
      >
        <TextArea
          label={t('semantics.note')}
          hint={t('semantics.noteHint')}
          dir="auto"
          maxLength={1_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {failure !== null && <ErrorNotice error={failure} />}
        <div className="flex flex-wrap items-center justify-end gap-2.5">
          <Link to="/admin/evaluation" search={{ dataSourceId, withChanges: true }} className={`${buttonClass('quiet')} me-auto`}>
            {t('semantics.seeEffect')}
          </Link>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button type="submit" look="primary" busy={publish.isPending}>
            {t('semantics.publishNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
