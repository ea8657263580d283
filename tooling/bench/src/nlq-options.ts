import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly dir: string;
  readonly sets: readonly string[];
  readonly limit: number;
  /** File that takes the predictions as JSON lines. */
  readonly out: string | null;
  /** Scores this file instead of asking the engine. */
  readonly predictions: string | null;
  readonly variants: boolean;
  /** Leaves the general thesaurus out. */
  readonly noThesaurus: boolean;
  /** Cause of failure whose questions are listed; null for none. */
  readonly examples: string | null;
}

export const USAGE = `usage: pnpm bench:nlq -- DIR [--set NAME]… [--limit N] [--out FILE] [--variants] [--examples CAUSE|right|all] [--predictions FILE] [--no-thesaurus]
DIR holds one folder per set: db/<db>.sqlite and *.jsonl with {id, db, question, gold_sql, tags}.`;

/** @throws Error with the reason when the arguments make no sense. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      set: { type: 'string', multiple: true },
      limit: { type: 'string' },
      out: { type: 'string' },
      predictions: { type: 'string' },
      variants: { type: 'boolean' },
      examples: { type: 'string' },
      failures: { type: 'boolean' },
      'no-thesaurus': { type: 'boolean' },
    },
  });
  const [dir, ...surplus] = positionals;
  if (!dir || surplus.length > 0) throw new Error('one folder is needed');
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (!(limit > 0)) throw new Error(`--limit must be a positive number, not '${values.limit}'`);
  return {
    dir,
    sets: values.set ?? [],
    limit,
    out: values.out ?? null,
    predictions: values.predictions ?? null,
    variants: values.variants ?? false,
    noThesaurus: values['no-thesaurus'] ?? false,
    examples: values.examples ?? null,
  };
}
