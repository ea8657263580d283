import { type Dialect, dialect } from '@majed-vanna/contract';

export interface CorpusStatement {
  readonly id: string;
  readonly dialect: Dialect;
  readonly sql: string;
  readonly verdict: 'allow' | 'deny' | null;
}

/** Reads a corpus of one JSON object per line: `id`, `dialect`, `sql`, and `verdict` where the right answer is known. */
export function readCorpus(text: string): CorpusStatement[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => readStatement(JSON.parse(line), i + 1));
}

function readStatement(entry: { id?: unknown; dialect?: unknown; sql?: unknown; verdict?: unknown }, line: number): CorpusStatement {
  if (typeof entry.sql !== 'string') throw new Error(`line ${line} of the corpus has no sql`);
  const verdict = entry.verdict === 'allow' || entry.verdict === 'deny' ? entry.verdict : null;
  return { id: String(entry.id ?? line), dialect: dialect.parse(entry.dialect), sql: entry.sql, verdict };
}
