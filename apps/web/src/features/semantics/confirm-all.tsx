import type { DataSourceId, LayerTable, LayerThing } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownError } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { isGuess } from './layer-body.ts';
import { useLayerChanged } from './use-layer.ts';

/** Says that every guess about a table is right; all at once or none. */
export function ConfirmAll({ dataSourceId, table }: { readonly dataSourceId: DataSourceId; readonly table: LayerTable }) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const confirm = trpc.semanticLayer.confirmMany.useMutation({
    onSuccess: () => toasts.add({ title: t('semantics.waits'), type: 'ok' }),
    onError: (error) => toasts.add({ title: shownError(error).message ?? t('errors.unknown'), type: 'bad' }),
    onSettled: changed,
  });
  const guesses = thingsOf(table).filter(isGuess);
  if (guesses.length === 0) return null;
  return (
    <Button
      busy={confirm.isPending}
      icon="check"
      onClick={() => confirm.mutate({ dataSourceId, things: guesses.map(({ kind, key }) => ({ kind, key })) })}
    >
      {t('semantics.confirmAll', { count: guesses.length })}
    </Button>
  );
}

function thingsOf({ thing, columns, joins, metrics, dimensions, conditions }: LayerTable): LayerThing[] {
  return [thing, ...columns.map((column) => column.thing), ...joins, ...metrics, ...dimensions, ...conditions];
}
