import { KEPT_ROWS, type RunId } from '@majed-vanna/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataGrid } from '../../components/data-grid/data-grid.tsx';
import { createPageCache } from '../../components/data-grid/page-cache.ts';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { api } from '../../lib/trpc.ts';
import { resultExtent } from './result-extent.ts';
import type { RunView } from './run-view.ts';

/** Twenty pages of a thousand rows are held besides the kept ones. */
const MAX_PAGES = 20;

/** The whole result; rows behind the kept ones are read as they are scrolled to. */
export function TablePanel({ runId, view }: { readonly runId: RunId; readonly view: RunView }) {
  const { t } = useTranslation();
  const extent = resultExtent(view);
  const { complete, total } = extent;
  const cache = useMemo(
    () =>
      createPageCache({
        kept: view.rows,
        keptComplete: complete,
        total,
        pageSize: KEPT_ROWS,
        maxPages: MAX_PAGES,
        load: (offset, limit) => api.answers.page.query({ runId, offset, limit }),
      }),
    [runId, view.rows, complete, total],
  );
  if (view.rows.length === 0) return <EmptyState title={t('answer.noRows')} text={t('answer.noRowsHint')} />;
  return <DataGrid columns={view.columns ?? []} kept={view.rows} cache={cache} complete={complete} />;
}
