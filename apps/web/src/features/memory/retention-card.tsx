import type { Retention } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Card } from '../../components/ui/card.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';

const FOR_EVER = 'forever';
const CHOICES = [30, 90, 180, 365, 730];

/** How long conversations are kept. A shorter time asks first: what is older goes at the next sweep. */
export function RetentionCard({ retention }: { readonly retention: Retention }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [chosen, setChosen] = useState<Retention>(retention);
  const [confirming, setConfirming] = useState(false);
  const affected = trpc.memory.countPurge.useQuery({ unusedDays: chosen.days ?? 0 }, { enabled: confirming });
  const save = trpc.memory.setRetention.useMutation({
    onSuccess() {
      void queries.memory.overview.invalidate();
      toasts.add({ title: t('memory.retentionSaved'), type: 'ok' });
      setConfirming(false);
    },
  });
  const days =
    CHOICES.includes(retention.days ?? 0) || retention.days === null ? CHOICES : [...CHOICES, retention.days].sort((a, b) => a - b);
  const options = [
    { value: FOR_EVER, label: t('memory.forEver') },
    ...days.map((count) => ({ value: String(count), label: t('memory.days', { count }) })),
  ];
  return (
    <Card title={t('memory.retention')}>
      <div className="flex flex-wrap items-end gap-3 px-4 py-4">
        <SelectField
          label={t('memory.keep')}
          hint={t('memory.keepHint')}
          options={options}
          value={chosen.days === null ? FOR_EVER : String(chosen.days)}
          onChange={({ target }) => setChosen({ days: target.value === FOR_EVER ? null : Number(target.value) })}
          className="min-w-[220px] flex-1"
        />
        <Button
          className="mb-[22px]"
          busy={save.isPending}
          disabled={chosen.days === retention.days}
          onClick={() => (chosen.days === null ? save.mutate(chosen) : setConfirming(true))}
        >
          {t('memory.save')}
        </Button>
      </div>
      {confirming && (
        <ConfirmDialog
          open
          title={t('memory.retentionTitle')}
          text={t('memory.retentionText', {
            days: t('memory.days', { count: chosen.days ?? 0 }),
            count: affected.data?.conversations ?? 0,
          })}
          confirm={t('memory.save')}
          busy={save.isPending || affected.isPending}
          error={save.error ?? affected.error}
          onConfirm={() => save.mutate(chosen)}
          onClose={() => setConfirming(false)}
        />
      )}
    </Card>
  );
}
