import { readFileSync } from 'node:fs';
import type { KnownQuestion, QuestionSet } from '@majed-vanna/core/question-folders';
import type { Reading } from '@majed-vanna/nlq';
import type { BenchOptions } from './nlq-options.ts';

export interface Prediction {
  readonly kind: 'answer' | 'ask' | 'refuse';
  readonly sql: string | null;
  readonly confidence: number | null;
  /** Statements of the readings that were offered instead of an answer. */
  readonly offered: readonly string[];
  readonly note: string;
  /** How the answer was read; null when there is none, or it came from a file. */
  readonly reading: Reading | null;
}

export interface Asker {
  ask(set: QuestionSet, question: KnownQuestion): Promise<Prediction>;
}

/** Answers from the engine, one model per database, or from a file of predictions. */
export async function createAsker(options: BenchOptions, note: (text: string) => void): Promise<Asker> {
  if (options.predictions) return fileAsker(options.predictions);
  const { createEngineAsker } = await import('./nlq-engine-asker.ts');
  return createEngineAsker(options, note);
}

function fileAsker(path: string): Asker {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  // Written by --out, or by another engine in the same form.
  const rows = lines.map((line) => JSON.parse(line) as { id: string; set?: string; sql: string | null; kind?: Prediction['kind'] });
  const known = new Map(rows.map((row) => [`${row.set ?? ''} ${row.id}`, row]));
  return {
    async ask(set, { id }) {
      const row = known.get(`${set.name} ${id}`) ?? known.get(` ${id}`);
      return {
        kind: row?.kind ?? (row?.sql ? 'answer' : 'refuse'),
        sql: row?.sql ?? null,
        confidence: null,
        offered: [],
        note: '',
        reading: null,
      };
    },
  };
}
