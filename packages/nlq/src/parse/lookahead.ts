import { columnsOf, isTable, keywordAt, nextSolid, type ParserState } from './parser-state.ts';
import type { Mention } from './segment.ts';

export function literalAt(state: ParserState, at: number): boolean {
  const segment = nextSolid(state, at)?.segment;
  return segment?.kind === 'value' || segment?.kind === 'quoted' || segment?.kind === 'number';
}

export function numberAhead(state: ParserState): boolean {
  return (
    nextSolid(state, state.at + 1)?.segment.kind === 'number' ||
    (keywordAt(state, state.at + 1)?.key === 'than' && nextSolid(state, state.at + 2)?.segment.kind === 'number')
  );
}

/** Comes after "and", a comma or "their". */
export function joinsList(state: ParserState): boolean {
  if (state.pending.their) return true;
  for (let at = state.at - 1; at >= Math.max(0, state.at - 3); at--) {
    const keyword = keywordAt(state, at);
    if (keyword === null) return false;
    if (keyword.key === 'and' || (keyword.key === 'mark' && keyword.mark === ',')) return true;
  }
  return false;
}

/** A comparison or a value follows, so the element is its left side. */
export function operatorAhead(state: ParserState): boolean {
  let at = state.at + 1;
  let be = false;
  for (; at < state.segments.length; at++) {
    const segment = state.segments[at];
    if (segment === undefined) return false;
    if (segment.kind === 'keyword') {
      const { key } = segment.keyword;
      if (key === 'be' || key === 'do' || key === 'have') {
        be = true;
        continue;
      }
      if (key === 'the' || key === 'not' || key === 'either' || key === 'both' || key === 'of' || (key === 'in' && be)) continue;
      if (key === 'compare' || key === 'comparative' || key === 'match' || key === 'between' || key === 'null' || key === 'named')
        return true;
      if (key === 'with') return keywordAt(state, at + 1)?.key === 'match';
      if (key === 'superlative') return false;
      return false;
    }
    if (segment.kind === 'quoted') return true;
    if (segment.kind === 'number') return true;
    if (segment.kind === 'period') return columnsOf(state, currentMention(state) ?? NOTHING).some((column) => column.type === 'date');
    if (segment.kind === 'value') {
      const own = columnsOf(state, currentMention(state) ?? segment.mention);
      return (
        be || segment.mention.values.some((value) => own.some((column) => column.table === value.table && column.index === value.column))
      );
    }
    if (segment.kind === 'word') return be && /^\p{Lu}/u.test(segment.text);
    return false;
  }
  return false;
}

export function compareAhead(state: ParserState): boolean {
  const next = nextSolid(state, state.at + 1)?.segment;
  return (
    next?.kind === 'keyword' && (next.keyword.key === 'compare' || next.keyword.key === 'comparative' || next.keyword.key === 'between')
  );
}

export const NOTHING: Mention = { id: 0, text: '', start: 0, end: 0, elements: [], values: [] };

export function currentMention(state: ParserState): Mention | null {
  const segment = state.segments[state.at];
  return segment?.kind === 'element' ? segment.mention : null;
}

export function joinsBareList(state: ParserState): boolean {
  return (
    keywordAt(state, state.at - 1)?.key === 'mark' && state.mode === 'proj' && nextSolid(state, state.at + 1)?.segment.kind !== 'keyword'
  );
}

/** "value of returns": a figure that has no name of its own, and not the rows. */
export function isValueOfRows(state: ParserState, text: string): boolean {
  const of = state.segments.slice(state.at + 2).find(({ kind }) => kind !== 'keyword' && kind !== 'value');
  return /^(value|worth|sum)$/i.test(text) && keywordAt(state, state.at + 1)?.key === 'of' && of?.kind === 'element' && isTable(of.mention);
}

/** "how many customers complained": without it, all of them are counted. */
export function endsCounted({ segments, at, frame }: ParserState): boolean {
  const counts = frame.projections.some(({ kind }) => kind === 'count');
  return counts && segments.slice(at + 1).every(({ kind, text }) => kind === 'period' || kind === 'word' || /^[?.!]$/.test(text));
}
