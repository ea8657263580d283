import type { DataSourceId } from '@majed-vanna/contract';
import type { Repositories } from '@majed-vanna/db';
import { z } from 'zod';
import type { RetypedColumns } from './staleness.ts';

const stored = z.record(z.string(), z.object({ before: z.string(), after: z.string(), at: z.string() }));

/** Where the columns of a source whose type changed are kept among the settings. */
export const retypedKey = (id: DataSourceId): string => `semantic_retyped.${id}`;

export async function retypedColumns({ settings }: Pick<Repositories, 'settings'>, id: DataSourceId): Promise<RetypedColumns> {
  const parsed = stored.safeParse((await settings.get(retypedKey(id))) ?? {});
  return parsed.success ? parsed.data : {};
}
