import { z } from 'zod';
import { dataSourceId } from './ids.ts';

const MAX_PAGE_SIZE = 200;

export const person = z.object({
  /** A user's id, or `system`. */ id: z.string(),
  /** Null when the person is gone. */ name: z.string().nullable(),
});

export const paged = {
  find: z.string().trim().max(200).optional(),
  page: z.int().min(1).max(100_000).default(1),
  pageSize: z.int().min(1).max(MAX_PAGE_SIZE).default(50),
};
/** One page of a list, `page` from 1. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ total: z.int(), page: z.int(), pageSize: z.int(), items: z.array(item) });

export const ofSource = { dataSourceId };
