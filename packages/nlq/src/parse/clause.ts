import { emptyPending, keywordAt, nextSolid, type ParserState } from './parser-state.ts';
import { finishSuperlative } from './superlative.ts';

/** Nothing is named before the next comma, "and" or end. */
export function endsHere(state: ParserState): boolean {
  const next = nextSolid(state, state.at + 1)?.segment;
  return next === undefined || (next.kind === 'keyword' && (next.keyword.key === 'and' || next.keyword.key === 'mark'));
}

export function newClause(state: ParserState): void {
  const { pending } = state;
  if (pending.superlative !== null) finishSuperlative(state);
  const top = pending.top;
  const distinct = pending.distinct && state.frame.projections.length === 0;
  state.pending = { ...emptyPending(), top, distinct };
  state.mode = 'proj';
  state.lastRole = null;
  if (state.frame.projections.length > 0) state.clause++;
}

/** At the beginning, or after a mark or "and". */
export function startsClause(state: ParserState): boolean {
  for (let at = state.at - 1; at >= 0; at--) {
    const keyword = keywordAt(state, at);
    if (keyword === null) return false;
    if (keyword.key === 'and' || keyword.key === 'mark' || keyword.key === 'but' || keyword.key === 'open') return true;
    if (keyword.key === 'of' || keyword.key === 'with' || keyword.key === 'from') return at === 0;
  }
  return true;
}

export function whoseClause(state: ParserState): boolean {
  const before = keywordAt(state, state.at - 1) ?? null;
  return (
    before?.key === 'whose' ||
    before?.key === 'with' ||
    keywordAt(state, state.at - 2)?.key === 'whose' ||
    keywordAt(state, state.at - 2)?.key === 'with'
  );
}

/** "where the age is above 20" holds a condition, "where is the teacher from" asks for a place. */
export function nextIsClause(state: ParserState): boolean {
  return state.at > 0 && state.frame.projections.length > 0;
}
