import type { DataSourceId } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import type { EntryKind } from './entry-kinds.ts';
import type { ThingOf } from './layer-body.ts';
import { useLayerChanged, usePropose } from './use-layer.ts';

interface RemoveEntryProps {
  readonly dataSourceId: DataSourceId;
  readonly thing: ThingOf<EntryKind>;
  onDone(): void;
}

/** What is published is removed with the next publication; what only waits is dropped at once. */
export function RemoveEntry({ dataSourceId, thing, onDone }: RemoveEntryProps) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const propose = usePropose(thing, onDone);
  const discard = trpc.semanticLayer.discard.useMutation({
    onSuccess() {
      changed();
      onDone();
    },
  });
  const { change, published } = thing;
  const failure = shownFailure(propose.error ?? discard.error);
  return (
    <div className="mt-5 flex flex-wrap items-center gap-2.5 border-t border-line pt-4">
      {change && (
        <Button icon="again" busy={discard.isPending} onClick={() => discard.mutate({ dataSourceId, ids: [change.id] })}>
          {t('semantics.discardChange')}
        </Button>
      )}
      {published !== null && change?.body !== null && (
        <Button
          icon="trash"
          busy={propose.isPending}
          onClick={() => propose.mutate({ dataSourceId, kind: thing.kind, key: thing.key, body: null })}
        >
          {t('semantics.removeEntry')}
        </Button>
      )}
      {failure !== null && <ErrorNotice error={failure} className="basis-full" />}
    </div>
  );
}
