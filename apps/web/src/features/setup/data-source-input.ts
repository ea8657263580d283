import type { DataSourceInput } from '@majed-vanna/contract';
import type { WizardState } from './wizard-state.ts';

export type DataProblem = 'needFiles' | 'needName' | 'waitForUploads' | 'mixedFiles';

/** The chosen data as the server takes it, or what is missing. */
export function dataSourceInputOf({
  kind,
  sourceName,
  uploads,
}: Pick<WizardState, 'kind' | 'sourceName' | 'uploads'>): { readonly input: DataSourceInput } | { readonly problem: DataProblem } {
  if (kind === 'sample') return { input: { kind: 'sample' } };
  if (uploads.length === 0) return { problem: 'needFiles' };
  const files = uploads.flatMap((item) => (item.state === 'done' ? [item.file] : []));
  if (files.length < uploads.length) return { problem: 'waitForUploads' };
  if (files.length > 1 && files.some(({ format }) => format === 'sqlite' || format === 'duckdb')) return { problem: 'mixedFiles' };
  if (sourceName.trim() === '') return { problem: 'needName' };
  return { input: { kind: 'files', name: sourceName.trim(), uploads: files.map(({ id }) => id) } };
}
