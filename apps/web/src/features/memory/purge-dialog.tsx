import type { MemoryOverview } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';

interface PurgeDialogProps {
  readonly owner: MemoryOverview['owners'][number];
  onClose(): void;
}

/** Removes every conversation of one owner. */
export function PurgeDialog({ owner: { userId, username }, onClose }: PurgeDialogProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const input = { userId, unusedDays: 0 };
  const affected = trpc.memory.countPurge.useQuery(input);
  const purge = trpc.memory.purge.useMutation({
    onSuccess({ conversations }) {
      void queries.memory.overview.invalidate();
      void queries.conversations.invalidate();
      toasts.add({ title: t('memory.purged', { count: conversations }), type: 'ok' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('memory.purgeTitle')}
      text={t('memory.purgeText', { name: username ?? userId, count: affected.data?.conversations ?? 0 })}
      confirm={t('memory.purge')}
      busy={purge.isPending || affected.isPending}
      error={purge.error ?? affected.error}
      onConfirm={() => purge.mutate(input)}
      onClose={onClose}
    />
  );
}
