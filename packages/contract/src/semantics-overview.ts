import { z } from 'zod';
import { columnKind } from './schema-snapshot.ts';

/** What can be asked about one data source, in names that people read. */
export const semanticsOverview = z.object({
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      label: z.string(),
      comment: z.string().nullable(),
      rowEstimate: z.number().nullable(),
      columns: z.array(z.object({ name: z.string(), label: z.string(), kind: columnKind, comment: z.string().nullable() })),
    }),
  ),
  metrics: z.array(z.object({ name: z.string(), label: z.string(), description: z.string().nullable(), expression: z.string() })),
});
export type SemanticsOverview = z.infer<typeof semanticsOverview>;
