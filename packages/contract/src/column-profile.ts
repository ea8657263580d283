import { z } from 'zod';

const bound = z.union([z.string(), z.number()]);

/** What one column was seen to hold, at the time it was looked at. */
export const columnProfile = z.object({
  schema: z.string(),
  table: z.string(),
  column: z.string(),
  /** Distinct values in order; null when there are too many, or the column is not text. */
  values: z.array(z.string()).nullable(),
  /** Smallest and largest value of a number or date column, as a cell would show them. */
  range: z.object({ min: bound, max: bound }).nullable(),
});
export type ColumnProfile = z.infer<typeof columnProfile>;
