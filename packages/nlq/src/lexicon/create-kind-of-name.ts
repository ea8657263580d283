import type { KindOf } from '../arabic/kind-of-name.ts';
import { isMeasure } from '../parse/parser-state.ts';
import { isAdditive } from './additive.ts';
import { type Lexicon, OWN_NAME } from './lexicon.ts';
import type { PreparedModel } from './prepared-model.ts';
import { stemOf } from './stem.ts';

/** Candidates this close to the best may be what was meant. */
const NEAR = 0.05;

export function createKindOfName(lexicon: Lexicon, prepared: PreparedModel): KindOf {
  return (words) => {
    const elements = lexicon.elements(words.map(stemOf), words);
    const [top] = elements;
    if (top === undefined || top.score < OWN_NAME) return null;
    const column = top.ref.kind === 'column' ? prepared.tables[top.ref.table]?.columns[top.ref.column] : undefined;
    if (isAdditive(column) && isMeasure(column)) return 'sum';
    if (elements.some(({ ref, score }) => ref.kind === 'metric' && score >= top.score - NEAR)) return 'figure';
    if (top.ref.kind === 'table') return 'thing';
    return isMeasure(column) ? 'level' : null;
  };
}
