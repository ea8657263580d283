import type { Lexicon } from '../lexicon/lexicon.ts';
import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import { stemOf } from '../lexicon/stem.ts';
import { isMeasure } from '../parse/parser-state.ts';

/** What words name: things that are counted, a figure of the layer, or a column of amounts; null for anything else. */
export type KindOf = (words: readonly string[]) => 'thing' | 'figure' | 'amount' | null;

/** Candidates this close to the best may be what was meant. */
const NEAR = 0.05;

export function createKindOfName(lexicon: Lexicon, prepared: PreparedModel): KindOf {
  return (words) => {
    const elements = lexicon.elements(words.map(stemOf), words);
    const [top] = elements;
    if (top === undefined || top.score < OWN_NAME) return null;
    if (elements.some(({ ref, score }) => ref.kind === 'metric' && score >= top.score - NEAR)) return 'figure';
    if (top.ref.kind === 'table') return 'thing';
    return top.ref.kind === 'column' && isMeasure(prepared.tables[top.ref.table]?.columns[top.ref.column]) ? 'amount' : null;
  };
}
