import { layerDifference, proposeInput } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Icon } from '../../components/ui/icon.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { DifferenceView } from './difference-view.tsx';
import { bodyOf } from './layer-body.ts';
import type { Propose } from './use-layer.ts';

type Statement = Parameters<Propose['mutate']>[0];

/** Someone else was quicker: what is there now, and what the editor's own words would change of it. */
export function Overtaken({ mine, onKeep }: { readonly mine: Statement; onKeep(statement: Statement): void }) {
  const { t } = useTranslation();
  const { dataSourceId, kind, key } = mine;
  const now = trpc.semanticLayer.thing.useQuery({ dataSourceId, kind, key }, { staleTime: 0 });
  const failure = shownFailure(now.error);
  const thing = now.data;
  // The defaults of what was left out, so that only what differs is shown.
  const difference = thing && layerDifference.safeParse({ kind, key, before: bodyOf(thing), after: proposeInput.parse(mine).body }).data;
  return (
    <div role="alert" className="flex items-start gap-3 rounded-md bg-saffron-soft px-4 py-3 text-s">
      <Icon name="warn" className="mt-0.5 text-saffron-ink" />
      <div className="grid min-w-0 flex-1 gap-2">
        <p className="font-strong">{t('semantics.overtaken')}</p>
        <p className="text-ink-2">{t('semantics.overtakenText')}</p>
        {failure !== null && <ErrorNotice error={failure} onRetry={() => void now.refetch()} />}
        {difference && (
          <div className="rounded-sm bg-surface px-3 py-2">
            <DifferenceView difference={difference} />
          </div>
        )}
        {thing && !now.isFetching && (
          <Button className="justify-self-start" onClick={() => onKeep({ ...mine, seen: thing.stamp })}>
            {t('semantics.keepMine')}
          </Button>
        )}
      </div>
    </div>
  );
}
