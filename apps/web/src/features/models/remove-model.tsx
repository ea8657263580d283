import type { ModelProfile } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';

export function RemoveModel({ profile, onClose }: { readonly profile: ModelProfile; onClose(): void }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const remove = trpc.models.remove.useMutation({
    onSuccess() {
      void queries.models.list.invalidate();
      toasts.add({ title: t('models.removed'), type: 'ok' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('models.removeTitle')}
      text={t('models.removeText', { name: profile.name })}
      confirm={t('models.remove')}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ id: profile.id })}
      onClose={onClose}
    />
  );
}
