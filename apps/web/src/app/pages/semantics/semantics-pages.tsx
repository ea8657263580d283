import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/ui/icon.tsx';
import { ChangesList } from '../../../features/semantics/changes-list.tsx';
import { DocumentsList } from '../../../features/semantics/documents-list.tsx';
import { EntriesList } from '../../../features/semantics/entries-list.tsx';
import type { EntryKind } from '../../../features/semantics/entry-kinds.ts';
import { ExportCard } from '../../../features/semantics/export-card.tsx';
import { ImportCard } from '../../../features/semantics/import-card.tsx';
import { type LayerState, layerStateOf } from '../../../features/semantics/layer-states.ts';
import { RefreshSchema } from '../../../features/semantics/refresh-schema.tsx';
import { SearchTryout } from '../../../features/semantics/search-tryout.tsx';
import { StaleCard } from '../../../features/semantics/stale-card.tsx';
import { TableView } from '../../../features/semantics/table-view.tsx';
import { TablesList } from '../../../features/semantics/tables-list.tsx';
import { VersionsList } from '../../../features/semantics/versions-list.tsx';
import { useSource } from './use-source.ts';

/** Which state is shown, in the address. */
function useStateFilter(): readonly [LayerState | undefined, (state: LayerState | undefined) => void] {
  const { state } = useSearch({ from: '/app/admin/semantics' });
  const navigate = useNavigate();
  return [
    layerStateOf(state),
    (next) =>
      void navigate({ to: '.', search: ({ state: _old, page: _page, ...others }) => ({ ...others, ...(next ? { state: next } : {}) }) }),
  ];
}

export function TablesPage() {
  const source = useSource();
  const [state, onState] = useStateFilter();
  return source && <TablesList dataSourceId={source.id} state={state} onState={onState} />;
}

export function TablePage() {
  const { t } = useTranslation();
  const source = useSource();
  const { key: tableKey } = useSearch({ from: '/app/admin/semantics/tables/table' });
  if (!source || !tableKey) return null;
  return (
    <>
      <nav aria-label={t('semantics.breadcrumb')} className="mb-3 text-s">
        <ol className="flex min-w-0 items-center gap-1.5 text-ink-3">
          <li>
            <Link to="/admin/semantics/tables" search={{ dataSourceId: source.id }} className="rounded-sm hover:text-ink">
              {t('semantics.tab.tables')}
            </Link>
          </li>
          <li aria-hidden>
            <Icon name="forward" size={12} className="flip-rtl" />
          </li>
          <li aria-current="page" className="min-w-0 truncate text-ink-2">
            <bdi dir="ltr" className="font-mono text-xs">
              {tableKey}
            </bdi>
          </li>
        </ol>
      </nav>
      <TableView key={tableKey} dataSourceId={source.id} dialect={source.dialect} tableKey={tableKey} />
    </>
  );
}

function EntriesPage({ kind }: { readonly kind: EntryKind }) {
  const source = useSource();
  const [state, onState] = useStateFilter();
  return source && <EntriesList key={kind} dataSourceId={source.id} dialect={source.dialect} kind={kind} state={state} onState={onState} />;
}

export const MetricsPage = () => <EntriesPage kind="metric" />;
export const DimensionsPage = () => <EntriesPage kind="dimension" />;
export const JoinsPage = () => <EntriesPage kind="join" />;
export const GlossaryPage = () => <EntriesPage kind="glossary" />;

export function DocumentsPage() {
  const source = useSource();
  return source && <DocumentsList dataSourceId={source.id} />;
}

export function ChangesPage() {
  const source = useSource();
  return source && <ChangesList dataSourceId={source.id} />;
}

export function VersionsPage() {
  const source = useSource();
  return source && <VersionsList dataSourceId={source.id} />;
}

export function SearchPage() {
  const source = useSource();
  return source && <SearchTryout dataSourceId={source.id} />;
}

export function FilesPage() {
  const source = useSource();
  return (
    source && (
      <div className="mx-auto grid max-w-[880px] gap-3.5">
        <RefreshSchema dataSourceId={source.id} />
        <StaleCard dataSourceId={source.id} />
        <ExportCard dataSourceId={source.id} />
        <ImportCard dataSourceId={source.id} />
      </div>
    )
  );
}
