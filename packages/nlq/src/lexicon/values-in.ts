import { splitIdentifier } from './names.ts';
import type { PreparedModel } from './prepared-model.ts';
import type { ValueIndex } from './value-index.ts';

/** Words of a text that are a value of the data, and where that value stands. */
export interface ValueMention {
  /** `schema.table`. */
  readonly table: string;
  readonly column: string;
  /** As the data holds it. */
  readonly value: string;
  readonly words: readonly string[];
  /** 0 to 1. */
  readonly score: number;
}

const LONGEST_RUN = 5;
const MOST_WORDS = 60;
const SURE = 0.85;

/** Values that a text speaks of; the longest run of words wins, a single short word says nothing. */
export function valuesIn(text: string, prepared: PreparedModel, values: ValueIndex): ValueMention[] {
  const words = splitIdentifier(text).slice(0, MOST_WORDS);
  const found: ValueMention[] = [];
  for (let at = 0; at < words.length; ) at += longestAt(at);
  return found;

  function longestAt(at: number): number {
    for (let length = Math.min(LONGEST_RUN, words.length - at); length > 0; length--) {
      const run = words.slice(at, at + length);
      if (run.join('').length < 3) continue;
      const sure = values.find(run).filter(({ score }) => score >= SURE);
      if (sure.length === 0) continue;
      for (const { table, column, value, score } of sure) {
        const home = prepared.tables[table]?.table;
        const name = home?.columns[column]?.name;
        if (home && name !== undefined) found.push({ table: `${home.schema}.${home.name}`, column: name, value, words: run, score });
      }
      return length;
    }
    return 1;
  }
}
