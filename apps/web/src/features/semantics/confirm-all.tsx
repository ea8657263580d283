import type { DataSourceId, LayerTable, LayerThing } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownError } from '../../lib/api-error.ts';
import { api } from '../../lib/trpc.ts';
import { isGuess } from './layer-body.ts';
import { useLayerChanged } from './use-layer.ts';

/** Says that every guess about a table is right; one after the other, so that it stops at the first that fails. */
export function ConfirmAll({ dataSourceId, table }: { readonly dataSourceId: DataSourceId; readonly table: LayerTable }) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const [done, setDone] = useState<number | null>(null);
  const guesses = thingsOf(table).filter(isGuess);
  if (guesses.length === 0 && done === null) return null;

  async function confirmAll() {
    try {
      for (const [index, { kind, key }] of guesses.entries()) {
        setDone(index);
        await api.semanticLayer.confirm.mutate({ dataSourceId, kind, key });
      }
      toasts.add({ title: t('semantics.waits'), type: 'ok' });
    } catch (error) {
      toasts.add({ title: shownError(error).message ?? t('errors.unknown'), type: 'bad' });
    } finally {
      setDone(null);
      changed();
    }
  }

  return (
    <Button busy={done !== null} icon="check" onClick={() => void confirmAll()}>
      {done === null
        ? t('semantics.confirmAll', { count: guesses.length })
        : t('semantics.confirming', { done: done + 1, total: guesses.length })}
    </Button>
  );
}

function thingsOf({ thing, columns, joins, metrics, dimensions, conditions }: LayerTable): LayerThing[] {
  return [thing, ...columns.map((column) => column.thing), ...joins, ...metrics, ...dimensions, ...conditions];
}
