import type { ParserState } from './parser-state.ts';

/** "how old": the column behind the adjective is asked for, or what is listed is ordered by it. */
export function askMeasure(state: ParserState, words: readonly string[], text: string): void {
  const { frame } = state;
  const measured = state.mentions.words(words, text);
  if (measured === null) frame.unread.push(text);
  else if (state.mode === 'order') frame.orders.push({ mention: measured, aggregate: null, count: false, descending: false });
  else frame.projections.push({ kind: 'element', mention: measured, aggregate: null, distinct: false, anchor: null });
}
