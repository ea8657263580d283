import type { BreakerStatus } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';
import { nameOf } from './tones.ts';

export function ResetBreaker({ breaker, onClose }: { readonly breaker: BreakerStatus; onClose(): void }) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const reset = trpc.system.resetBreaker.useMutation({
    onSuccess() {
      void queries.system.invalidate();
      toasts.add({ title: t('monitor.resetDone'), type: 'ok' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('monitor.resetTitle')}
      text={t('monitor.resetText', { name: nameOf(breaker, t(`monitor.kind.${breaker.kind}`)) })}
      confirm={t('monitor.reset')}
      busy={reset.isPending}
      error={reset.error}
      onConfirm={() => reset.mutate({ key: breaker.key })}
      onClose={onClose}
    />
  );
}
