import type { Cell } from '@majed-vanna/contract';

type Row = readonly Cell[];

export interface Page {
  readonly rows: readonly Row[];
  /** False when rows remain after this page. */
  readonly complete: boolean;
}

export interface PageCacheOptions {
  /** Rows that came with the answer; they are the first page and never leave. */
  readonly kept: readonly Row[];
  readonly keptComplete: boolean;
  /** Rows in all, when the answer says so. */
  readonly total: number | null;
  readonly pageSize: number;
  /** Pages held besides the first; the one looked at longest ago leaves first. */
  readonly maxPages: number;
  load(offset: number, limit: number): Promise<Page>;
}

type PageState =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly rows: readonly Row[] }
  | { readonly state: 'failed'; readonly error: unknown };

/** Rows by index over a result that is read page by page, in any order, with a bounded memory. */
export function createPageCache({ kept, keptComplete, total, pageSize, maxPages, load }: PageCacheOptions) {
  // A Map keeps the order of insertion: a page that is looked at moves to the end.
  const pages = new Map<number, PageState>();
  const listeners = new Set<() => void>();
  let knownTotal = keptComplete ? kept.length : total;
  let reached = kept.length;
  let version = 0;

  return {
    row,
    look,
    retry,
    count,
    isCountKnown: () => knownTotal !== null,
    failure,
    subscribe,
    version: () => version,
    heldPages: () => pages.size,
  };

  /** Undefined while the row's page is not here. */
  function row(index: number): Row | undefined {
    if (index < kept.length) return kept[index];
    const page = pages.get(pageOf(index));
    return page?.state === 'loaded' ? page.rows[index - pageOf(index) * pageSize] : undefined;
  }

  /** How far the grid may scroll: all rows, or one page beyond the last one seen while the end is unknown. */
  function count(): number {
    return knownTotal ?? reached + pageSize;
  }

  /** Says which rows are on screen: missing pages are loaded, those long unseen leave. */
  function look(first: number, last: number): void {
    if (knownTotal !== null && first >= knownTotal) return;
    for (let page = pageOf(first); page <= pageOf(Math.min(last, count() - 1)); page++) {
      if ((page + 1) * pageSize <= kept.length || (keptComplete && page === 0)) continue;
      const held = pages.get(page);
      if (held) {
        pages.delete(page);
        pages.set(page, held);
      } else void fetchPage(page);
    }
    evict();
  }

  function retry(): void {
    for (const [page, state] of pages) if (state.state === 'failed') pages.delete(page);
    change();
  }

  function failure(): unknown {
    for (const state of pages.values()) if (state.state === 'failed') return state.error;
    return null;
  }

  async function fetchPage(page: number) {
    pages.set(page, { state: 'loading' });
    try {
      const loaded = await load(page * pageSize, pageSize);
      // A page that was evicted while it travelled is not wanted any more.
      if (!pages.has(page)) return;
      pages.set(page, { state: 'loaded', rows: loaded.rows });
      const end = page * pageSize + loaded.rows.length;
      reached = Math.max(reached, end);
      if (loaded.complete) knownTotal = end;
    } catch (error) {
      if (pages.has(page)) pages.set(page, { state: 'failed', error });
    }
    change();
  }

  function evict() {
    for (const page of pages.keys()) {
      if (pages.size <= maxPages) return;
      pages.delete(page);
    }
  }

  function pageOf(index: number) {
    return Math.floor(index / pageSize);
  }

  function change() {
    version++;
    for (const listener of listeners) listener();
  }

  function subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }
}

export type PageCache = ReturnType<typeof createPageCache>;
