import type { DataSourceSummary } from '@majed-vanna/contract';
import { useSearch } from '@tanstack/react-router';
import { useChosenSource } from '../../use-chosen-source.ts';

/** Whose meaning is looked at; null while it is loaded or where there is none. */
export function useSource(): DataSourceSummary | null {
  return useChosenSource(useSearch({ from: '/app/admin/semantics' }).dataSourceId).source;
}
