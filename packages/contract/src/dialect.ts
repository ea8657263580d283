import { z } from 'zod';

export const dialect = z.enum(['duckdb', 'sqlite', 'oracle', 'postgres', 'mysql']);
export type Dialect = z.infer<typeof dialect>;

export const language = z.enum(['en', 'ar']);
export type Language = z.infer<typeof language>;
/** One text in every language of the product. */
export type Wording = Readonly<Record<Language, string>>;
