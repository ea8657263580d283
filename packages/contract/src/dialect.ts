import { z } from 'zod';

export const dialect = z.enum(['duckdb', 'sqlite', 'oracle', 'postgres', 'mysql']);
export type Dialect = z.infer<typeof dialect>;

export const language = z.enum(['en', 'ar']);
export type Language = z.infer<typeof language>;
