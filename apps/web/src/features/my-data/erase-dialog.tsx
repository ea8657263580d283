import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';

interface EraseDialogProps {
  readonly conversations: number;
  onErased(): void;
  onClose(): void;
}

export function EraseDialog({ conversations, onErased, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const erase = trpc.myData.remove.useMutation({
    onSuccess(removed) {
      void queries.conversations.invalidate();
      void queries.myData.get.invalidate();
      toasts.add({ title: t('myData.erased', { count: removed.conversations }), type: 'ok' });
      onErased();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('myData.eraseTitle')}
      text={t('myData.eraseConfirm', { count: conversations })}
      confirm={t('myData.erase')}
      busy={erase.isPending}
      error={erase.error}
      onConfirm={() => erase.mutate()}
      onClose={onClose}
    />
  );
}
