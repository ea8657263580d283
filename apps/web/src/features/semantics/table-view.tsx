import type { DataSourceId, Dialect } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { ColumnsCard } from './columns-card.tsx';
import { TableCard } from './table-card.tsx';
import { ThingsCard } from './things-card.tsx';

interface TableViewProps {
  readonly dataSourceId: DataSourceId;
  readonly dialect: Dialect;
  /** `schema.table`. */
  readonly tableKey: string;
}

/** Everything that is said about one table. */
export function TableView({ dataSourceId, dialect, tableKey }: TableViewProps) {
  const { t } = useTranslation();
  const table = trpc.semanticLayer.table.useQuery({ dataSourceId, key: tableKey });
  const failure = shownFailure(table.error);
  if (failure) return <ErrorNotice error={failure} onRetry={() => void table.refetch()} />;
  if (!table.data)
    return (
      <Loading>
        <Skeleton className="h-40" />
        <Skeleton className="mt-3.5 h-96" />
      </Loading>
    );
  const { joins, metrics, dimensions, conditions } = table.data;
  const of = { dataSourceId, dialect };
  return (
    <div className="grid gap-3.5">
      <TableCard dataSourceId={dataSourceId} table={table.data} />
      <ColumnsCard dataSourceId={dataSourceId} columns={table.data.columns} />
      <ThingsCard {...of} kind="join" title={t('semantics.tab.joins')} things={joins} table={tableKey} />
      <ThingsCard {...of} kind="metric" title={t('semantics.tab.metrics')} things={metrics} table={tableKey} />
      <ThingsCard {...of} kind="dimension" title={t('semantics.tab.dimensions')} things={dimensions} table={tableKey} />
      <ThingsCard {...of} kind="glossary" title={t('semantics.conditions')} things={conditions} table={tableKey} />
    </div>
  );
}
