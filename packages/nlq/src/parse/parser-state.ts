import type { Concept } from '../lexicon/concepts.ts';
import { type ElementCandidate, OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedColumn, PreparedModel } from '../lexicon/prepared-model.ts';
import type { AggregateFunction, CompareOperator } from '../plan.ts';
import type { Condition, ConditionBody, Frame } from './frame.ts';
import type { Keyword } from './keyword.ts';
import type { MentionFactory } from './mention.ts';
import type { Mention, Segment } from './segment.ts';

/** What has been said but not yet been used. */
export interface Pending {
  aggregates: AggregateFunction[];
  count: boolean;
  /** "total number of": a column of numbers is added up. */
  total: boolean;
  distinct: boolean;
  negated: boolean;
  both: boolean;
  compare: CompareOperator | null;
  /** What "larger than" measures when no column is named. */
  concept: Concept | null;
  /** Column left of an operator. */
  lhs: Mention | null;
  flipDates: boolean;
  superlative: { up: boolean; concept: Concept | null; common: boolean; limit: number; nth?: number | undefined } | null;
  top: { up: boolean; limit: number } | null;
  number: number | null;
  /** "5 %": the number said last is of hundredths. */
  percent: boolean;
  match: 'contains' | 'starts' | 'ends' | null;
  connector: 'and' | 'or';
  group: boolean;
  named: boolean;
  role: string | null;
  preposition: Keyword['key'] | null;
  their: boolean;
  /** "Sort X" was said; "by Y" follows. */
  sorting: boolean;
}

export interface ParserState {
  readonly prepared: PreparedModel;
  readonly mentions: MentionFactory;
  readonly segments: readonly Segment[];
  readonly frame: Frame;
  pending: Pending;
  mode: 'proj' | 'cond' | 'order';
  /** Role of the element before, which "and" and commas pass on. */
  lastRole: 'proj' | 'group' | 'order' | 'cond' | null;
  /** Table spoken of last. */
  lastTable: Mention | null;
  /** How many clauses have begun: "Which …? Show its name." has two. */
  clause: number;
  at: number;
}

export function emptyFrame(): Frame {
  return {
    projections: [],
    conditions: [],
    groups: [],
    orders: [],
    anchors: [],
    distinct: false,
    limit: null,
    visual: null,
    share: false,
    saidOfPart: null,
    growth: null,
    running: false,
    compared: false,
    sides: null,
    over: null,
    eachMoment: null,
    later: null,
    explicitOutput: false,
    division: null,
    unread: [],
    verbs: [],
    doubts: [],
  };
}

export function emptyPending(): Pending {
  return {
    aggregates: [],
    count: false,
    total: false,
    distinct: false,
    negated: false,
    both: false,
    compare: null,
    concept: null,
    lhs: null,
    flipDates: false,
    superlative: null,
    top: null,
    number: null,
    percent: false,
    match: null,
    connector: 'and',
    group: false,
    named: false,
    role: null,
    preposition: null,
    their: false,
    sorting: false,
  };
}

/** Next segment that is not a small word, from `from` on. */
export function nextSolid(state: ParserState, from: number): { segment: Segment; at: number } | null {
  for (let at = from; at < state.segments.length; at++) {
    const segment = state.segments[at];
    if (segment === undefined) return null;
    if (
      segment.kind === 'keyword' &&
      (segment.keyword.key === 'the' || segment.keyword.key === 'be' || segment.keyword.key === 'do' || segment.keyword.key === 'all')
    )
      continue;
    return { segment, at };
  }
  return null;
}

export function keywordAt(state: ParserState, at: number): Keyword | null {
  const segment = state.segments[at];
  return segment?.kind === 'keyword' ? segment.keyword : null;
}

export function tableScore(mention: Mention): number {
  return Math.max(0, ...mention.elements.filter((candidate) => candidate.ref.kind === 'table').map((candidate) => candidate.score));
}

export function columnScore(mention: Mention): number {
  return Math.max(0, ...mention.elements.filter((candidate) => candidate.ref.kind !== 'table').map((candidate) => candidate.score));
}

/** The whole name of a figure of the company. */
export function isFigure({ elements: [top] }: Mention): boolean {
  return top?.ref.kind === 'metric' && top.score >= OWN_NAME;
}

/** A table is meant rather than a column of that name. */
export function isTable(mention: Mention): boolean {
  const table = tableScore(mention);
  return table > 0 && table >= columnScore(mention) - 0.02;
}

export function columnsOf(state: ParserState, mention: Mention): PreparedColumn[] {
  return mention.elements.flatMap((candidate) =>
    candidate.ref.kind === 'column' ? [state.prepared.tables[candidate.ref.table]?.columns[candidate.ref.column] ?? []].flat() : [],
  );
}

/** The best columns a mention may name hold numbers to compare or add up. */
export function isNumeric(state: ParserState, mention: Mention): boolean {
  const top = columnScore(mention);
  return mention.elements.some(
    (candidate) =>
      candidate.score >= top - 0.05 &&
      (candidate.ref.kind === 'metric' ||
        (candidate.ref.kind === 'column' && isMeasure(state.prepared.tables[candidate.ref.table]?.columns[candidate.ref.column]))),
  );
}

export function isMeasure(column: PreparedColumn | undefined): boolean {
  return column !== undefined && column.type === 'number' && column.key === null && !column.identifier;
}

export function isDate({ prepared }: ParserState, { ref }: ElementCandidate): boolean {
  return ref.kind === 'column' && prepared.tables[ref.table]?.columns[ref.column]?.type === 'date';
}

export function isOrdered(column: PreparedColumn | undefined): boolean {
  return column !== undefined && (column.type === 'number' || column.type === 'date' || column.yearLike);
}

export function addCondition(state: ParserState, body: ConditionBody, negated = state.pending.negated): void {
  const hundredths = state.pending.percent && (body.kind === 'compare' || body.kind === 'between');
  if (hundredths) state.pending.percent = false;
  const said: ConditionBody = hundredths ? { ...body, percent: true } : body;
  const condition: Condition = { ...said, connector: state.pending.connector, negated, both: state.pending.both };
  // What follows "did not have an inspection" describes that inspection.
  const last = state.frame.conditions.at(-1);
  if (
    last?.kind === 'exists' &&
    last.negated &&
    state.pending.connector === 'and' &&
    !state.pending.their &&
    body.kind !== 'superlative' &&
    !negated &&
    !spokenAnd(state)
  )
    last.inner.push(condition);
  else state.frame.conditions.push(condition);
  state.pending.connector = 'and';
  state.pending.negated = false;
  state.pending.lhs = null;
  state.pending.compare = null;
  state.pending.concept = null;
  state.pending.number = null;
  state.pending.match = null;
  state.pending.role = null;
  state.pending.named = false;
  state.pending.flipDates = false;
  state.mode = state.mode === 'order' ? 'order' : 'cond';
  state.lastRole = 'cond';
}

function spokenAnd(state: ParserState): boolean {
  for (let at = state.at; at >= 0 && at > state.at - 4; at--) {
    const keyword = keywordAt(state, at);
    if (keyword?.key === 'and' || keyword?.key === 'but' || (keyword?.key === 'mark' && keyword.mark === ',')) return true;
  }
  return false;
}

/** Words of doubt: they lower confidence and are told when the question is refused. */
export function doubt(state: ParserState, text: string): void {
  state.frame.doubts.push(text);
}

/** What stands in the question, in its own language. */
export function typedAt({ segments }: ParserState, at: number): string {
  const segment = segments[at];
  return (segment?.kind === 'keyword' ? segment.typed : undefined) ?? segment?.text ?? '';
}
