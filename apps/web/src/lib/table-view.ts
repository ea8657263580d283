/** What of a list is shown: kept in the address, so that a link and the back button show the same. */
export interface TableView {
  readonly find: string;
  /** A column's id, with `-` before it for descending; null for the list's own order. */
  readonly sort: string | null;
  /** From 1. */
  readonly page: number;
}

export interface TableSearch {
  readonly q?: string;
  readonly sort?: string;
  readonly page?: number;
}

const MAX_FIND = 200;

/** Reads a view from the address; whatever is no view is left out. */
export function tableSearch(search: Record<string, unknown>): TableSearch {
  const { q, sort, page } = search;
  return {
    // An address of figures only is read as a number.
    ...((typeof q === 'string' && q !== '') || typeof q === 'number' ? { q: String(q).slice(0, MAX_FIND) } : {}),
    ...(typeof sort === 'string' && /^-?[\w.]{1,60}$/.test(sort) ? { sort } : {}),
    ...(typeof page === 'number' && Number.isInteger(page) && page > 1 && page < 1e6 ? { page } : {}),
  };
}

export function viewOf({ q, sort, page }: TableSearch): TableView {
  return { find: q ?? '', sort: sort ?? null, page: page ?? 1 };
}

/** The other way round; what is as it was anyway is not written. */
export function searchOf({ find, sort, page }: TableView): TableSearch {
  return { ...(find ? { q: find } : {}), ...(sort ? { sort } : {}), ...(page > 1 ? { page } : {}) };
}
