import type { LayerThing } from '@majed-vanna/contract';
import { useState } from 'react';
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

/** Proposes one statement as its editor opened it; it waits until it is published. */
export function usePropose(thing: LayerThing | null, onDone?: () => void) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  // What is read anew while the form is open is not what the editor started with.
  const [seen] = useState(thing?.stamp ?? '');
  const propose = trpc.semanticLayer.propose.useMutation({
    onSuccess() {
      changed();
      toasts.add({ title: t('semantics.waits'), type: 'ok' });
      onDone?.();
    },
    onError: (error) => errorCodeOf(error) === 'conflict' && changed(),
  });
  return { ...propose, mutate: (statement: Parameters<typeof propose.mutate>[0]) => propose.mutate({ seen, ...statement }) };
}

export type Propose = ReturnType<typeof usePropose>;
