import { useNavigate, useSearch } from '@tanstack/react-router';
import { searchOf, type TableView, tableSearch, viewOf } from './table-view.ts';

/** The view of the page's list, in the address. What else the address says stays. */
export function useTableView(): readonly [TableView, (view: TableView) => void] {
  const view = useSearch({ strict: false, select: (search) => viewOf(tableSearch(search)), structuralSharing: true });
  const navigate = useNavigate();
  return [
    view,
    (next) =>
      void navigate({
        to: '.',
        search: ({ q: _find, sort: _sort, page: _page, ...others }) => ({ ...others, ...searchOf(next) }),
        // Typing makes no history.
        replace: next.find !== view.find,
      }),
  ];
}
