import { useTranslation } from 'react-i18next';
import { toasts } from '../../components/ui/toasts.tsx';
import { errorCodeOf } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';

/** After a change of the layer: whatever shows it is read anew. */
export function useLayerChanged(): () => void {
  const queries = trpc.useUtils();
  return () => {
    void queries.semanticLayer.invalidate();
    void queries.semantics.invalidate();
  };
}

/** Proposes one statement; it waits until it is published. */
export function usePropose(onDone?: () => void) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  return trpc.semanticLayer.propose.useMutation({
    onSuccess() {
      changed();
      toasts.add({ title: t('semantics.waits'), type: 'ok' });
      onDone?.();
    },
  });
}

/** A session that ended shows its own dialog. */
export function shownFailure(error: unknown): object | null {
  return typeof error === 'object' && error !== null && errorCodeOf(error) !== 'not_signed_in' ? error : null;
}
