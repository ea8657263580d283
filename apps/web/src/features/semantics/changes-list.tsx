import type { DataSourceId, LayerChange, SemanticChangeId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ConfirmDialog } from '../../components/ui/confirm-dialog.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Pager } from '../../components/ui/pager.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { ChangeRow } from './change-row.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { useLayerChanged } from './use-layer.ts';

const PAGE_SIZE = 25;
type Discarded = readonly SemanticChangeId[];

/** What waits: looked at, dropped, or published together. */
export function ChangesList({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const [view, onView] = useTableView();
  const [selected, setSelected] = useState<ReadonlySet<SemanticChangeId>>(new Set());
  const [publishing, setPublishing] = useState(false);
  const [discarding, setDiscarding] = useState<Discarded | null>(null);
  const waiting = trpc.semanticLayer.changes.useQuery({ dataSourceId });
  const failure = shownFailure(waiting.error);
  if (failure) return <ErrorNotice error={failure} onRetry={() => void waiting.refetch()} />;
  if (!waiting.data)
    return (
      <Loading>
        <Skeleton className="h-64" />
      </Loading>
    );
  const { changes, semanticVersion } = waiting.data;
  if (changes.length === 0)
    return (
      <section className="card">
        <EmptyState title={t('semantics.noChanges')} text={t('semantics.noChangesText')} />
      </section>
    );
  // What was dropped meanwhile is not chosen any more.
  const chosen = changes.filter(({ id }) => selected.has(id));
  const scope = chosen.length > 0 ? chosen : changes;
  const shown = changes.slice((view.page - 1) * PAGE_SIZE, view.page * PAGE_SIZE);
  const tick = (id: SemanticChangeId) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-center gap-2.5 border-b border-line px-4 py-2.5">
        <p className="min-w-0 flex-1 basis-56 text-s">
          {chosen.length > 0 ? t('semantics.chosen', { count: chosen.length }) : t('semantics.waiting', { count: changes.length })}
        </p>
        <Button onClick={() => setDiscarding(scope.map(({ id }) => id))}>
          {t(chosen.length > 0 ? 'semantics.discardChosen' : 'semantics.discardAll')}
        </Button>
        <Button look="primary" onClick={() => setPublishing(true)}>
          {t(chosen.length > 0 ? 'semantics.publishChosen' : 'semantics.publish')}
        </Button>
      </div>
      <ul className="divide-y divide-line">
        {shown.map((change) => (
          <ChangeRow
            key={change.id}
            change={change}
            selected={selected.has(change.id)}
            onSelect={() => tick(change.id)}
            onDiscard={() => setDiscarding([change.id])}
          />
        ))}
      </ul>
      {changes.length > PAGE_SIZE && (
        <Pager page={view.page} pageSize={PAGE_SIZE} total={changes.length} onPage={(page) => onView({ ...view, page })} />
      )}
      {publishing && (
        <PublishDialog
          dataSourceId={dataSourceId}
          count={scope.length}
          ids={chosen.length > 0 ? chosen.map(({ id }: LayerChange) => id) : null}
          expectedVersion={semanticVersion}
          onClose={() => setPublishing(false)}
        />
      )}
      {discarding && <Discard dataSourceId={dataSourceId} ids={discarding} onClose={() => setDiscarding(null)} />}
    </section>
  );
}

function Discard({ dataSourceId, ids, onClose }: { readonly dataSourceId: DataSourceId; readonly ids: Discarded; onClose(): void }) {
  const { t } = useTranslation();
  const changed = useLayerChanged();
  const discard = trpc.semanticLayer.discard.useMutation({
    onSuccess() {
      changed();
      toasts.add({ title: t('semantics.discarded'), type: 'ok' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={t('semantics.discardTitle')}
      text={t('semantics.discardText', { count: ids.length })}
      confirm={t('semantics.discard')}
      busy={discard.isPending}
      error={discard.error}
      onConfirm={() => discard.mutate({ dataSourceId, ids: [...ids] })}
      onClose={onClose}
    />
  );
}
