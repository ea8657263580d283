import type { DataSourceId, LayerThing } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownError } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { isGuess } from './layer-body.ts';
import { useLayerChanged } from './use-layer.ts';

/** Says that a guess is right. */
export function ConfirmButton({ dataSourceId, thing }: { readonly dataSourceId: DataSourceId; readonly thing: LayerThing }) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const confirm = trpc.semanticLayer.confirm.useMutation({
    onSuccess: changed,
    onError: (error) => toasts.add({ title: shownError(error).message ?? t('errors.unknown'), type: 'bad' }),
  });
  if (!isGuess(thing)) return null;
  return (
    <Button
      busy={confirm.isPending}
      aria-label={t('semantics.confirmOf', { name: thing.key })}
      onClick={() => confirm.mutate({ dataSourceId, kind: thing.kind, key: thing.key })}
    >
      {t('semantics.confirm')}
    </Button>
  );
}
