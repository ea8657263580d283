import type { DataSourceRow } from '@majed-vanna/db';
import { SAMPLE_LAST_DAY } from '@majed-vanna/warehouse';

/** The day it is where the server stands. */
export function localDate(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The day that "this month" is relative to: in the sample company nothing happens after its last day. */
export function dayOf({ kind }: Pick<DataSourceRow, 'kind'>, today: string): string {
  return kind === 'sample' ? SAMPLE_LAST_DAY : today;
}
