import { ADJECTIVES, type Concept } from '../lexicon/concepts.ts';
import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { AggregateFunction } from '../plan.ts';
import { datesOf } from './latest-rows.ts';
import { addCondition, isFigure, isNumeric, isTable, keywordAt, nextSolid, type ParserState, tableScore } from './parser-state.ts';
import type { Mention } from './segment.ts';
import { thingOf } from './thing-of.ts';

/** "oldest", "most": what it is measured by comes with the next element. */
export function onSuperlative(state: ParserState, up: boolean, concept: Concept | null, text: string, nth?: number): void {
  const { pending, frame } = state;
  // "from the oldest to the youngest" orders the list.
  // "ordered by the highest price first": which end of the list comes first.
  if (state.mode === 'order' && orderedByThis(state)) {
    frame.orders.push({ mention: null, aggregate: null, count: false, descending: up });
    return;
  }
  const before = keywordAt(state, state.at - 1)?.key === 'the' ? keywordAt(state, state.at - 2) : keywordAt(state, state.at - 1);
  if (before?.key === 'to' && frame.orders.length > 0 && state.mode === 'order') return;
  if (before?.key === 'from' && rangeAhead(state)) {
    const by = concept === null ? null : state.mentions.concept(concept, text);
    const last = frame.orders.at(-1);
    if (last?.mention != null) {
      last.descending = descending(up, concept);
      return;
    }
    frame.orders.push({ mention: by, aggregate: null, count: false, descending: descending(up, concept) });
    state.mode = 'order';
    return;
  }
  // "whose price is the highest": measured by what was just named.
  const { lhs } = pending;
  if (lhs !== null && isNumeric(state, lhs) && nextSolid(state, state.at + 1)?.segment.kind !== 'element') {
    push(state, {
      up,
      by: lhs,
      flipDates: false,
      aggregate: null,
      target: null,
      count: null,
      limit: 1,
      ...(nth === undefined ? {} : { nth }),
    });
    return;
  }
  pending.superlative = { up, concept, common: false, limit: pending.top?.limit ?? pending.number ?? frame.limit ?? 1, nth };
  pending.number = null;
  pending.top = null;
}

/** Right behind "ordered by", with something of its own to follow. */
function orderedByThis(state: ParserState): boolean {
  const at = keywordAt(state, state.at - 1)?.key === 'the' ? state.at - 2 : state.at - 1;
  const next = nextSolid(state, state.at + 1)?.segment;
  return (
    keywordAt(state, at)?.key === 'orderBy' &&
    (next?.kind === 'element' || (next?.kind === 'keyword' && next.keyword.key === 'aggregate')) &&
    state.frame.projections.length > 0
  );
}

function rangeAhead(state: ParserState): boolean {
  const to = keywordAt(state, state.at + 1);
  if (to?.key !== 'to') return false;
  const next = nextSolid(state, state.at + 2);
  return next?.segment.kind === 'keyword' && next.segment.keyword.key === 'superlative';
}

function descending(up: boolean, concept: Concept | null): boolean {
  return concept === null ? up : concept.up;
}

/** Uses the element after a superlative; true when it did. */
export function applySuperlative(state: ParserState, mention: Mention): boolean {
  const { pending, frame } = state;
  const { superlative } = pending;
  if (superlative === null) return false;
  const { up, concept, limit } = superlative;
  if (isRanked(state, mention) || leavesOpen(state, mention)) {
    // "the lowest 5 products by sales" are the bottom 5; "our biggest customers" does not say by what.
    pending.top = { up, limit };
    pending.superlative = null;
    return false;
  }
  const aggregate = pending.aggregates.pop() ?? null;
  if (superlative.common) {
    // "the most common colour": rows per value of it.
    if (state.mode !== 'cond' || frame.projections.length === 0)
      frame.projections.push({ kind: 'element', mention, aggregate: null, distinct: false, anchor: null });
    push(state, { up, by: null, flipDates: false, aggregate: null, target: mention, count: 'rows', limit });
    state.lastRole = 'proj';
    return true;
  }
  const numeric = isNumeric(state, mention);
  if (numeric && !(isTable(mention) && tableScore(mention) > 0.95)) {
    if (frame.projections.length === 0 && (superlative.nth ?? 1) > 1 && !describesNext(state, mention)) {
      // "the second highest price": no figure over all rows gives it.
      frame.projections.push({ kind: 'element', mention, aggregate: null, distinct: false, anchor: null });
      push(state, { up, by: mention, flipDates: false, aggregate, target: null, count: null, limit });
      return true;
    }
    if (frame.projections.length === 0 && describesNext(state, mention)) {
      // "the highest price item": the row, and what it is highest by.
      push(state, { up, by: mention, flipDates: false, aggregate, target: null, count: null, limit });
      return true;
    }
    const owner = whoOf(state, mention);
    if (owner !== null) frame.projections.push({ kind: 'entity', mention: owner, aggregate: null, distinct: false, anchor: null });
    const asked = frame.projections.length > 0 || (frame.anchors.length > 0 && state.mode === 'cond');
    if (!asked && limit === 1) {
      // "What is the highest price of …" asks for the figure itself.
      const fn: AggregateFunction = up ? 'max' : 'min';
      if (aggregate === null) frame.projections.push({ kind: 'element', mention, aggregate: fn, distinct: false, anchor: null });
      else push(state, { up, by: mention, flipDates: false, aggregate, target: null, count: null, limit });
      pending.superlative = null;
      state.lastRole = 'proj';
      return true;
    }
    push(state, {
      up: concept?.datedWords.length ? concept.up : up,
      by: mention,
      flipDates: (concept?.datedWords.length ?? 0) > 0,
      aggregate,
      target: null,
      count: null,
      limit,
    });
    return true;
  }
  const by = concept === null ? null : (onlyDate(state, mention, concept) ?? state.mentions.concept(concept, mention.text));
  if (concept !== null && by !== null) {
    const dated = { up: concept.up, by, flipDates: true, aggregate, limit };
    if (isTable(mention)) {
      if (frame.projections.length === 0)
        frame.projections.push({ kind: 'entity', mention, aggregate: null, distinct: false, anchor: null });
      else frame.anchors.push(mention);
      anchorProjections(state, mention);
      state.lastTable = mention;
      push(state, { ...dated, target: mention, count: null });
    } else push(state, { ...dated, target: mention, count: null });
    return true;
  }
  if (concept !== null && frame.projections.length === 0 && !isTable(mention)) {
    // "the latest release date": the column itself at its end.
    frame.projections.push({
      kind: 'element',
      mention,
      aggregate: concept.datedWords.length > 0 === concept.up ? 'min' : 'max',
      distinct: false,
      anchor: null,
    });
    pending.superlative = null;
    state.lastRole = 'proj';
    return true;
  }
  // "the loudest boat", where nothing says how loud one is: not the one there are most of.
  if (concept !== null && !OF_NUMBERS.has(concept))
    state.frame.doubts.push(`the extreme of "${mention.text}" by what`, 'nothing to measure by');
  push(state, { up, by: null, flipDates: false, aggregate, target: null, count: mention, limit });
  if (isTable(mention)) state.lastTable = mention;
  return true;
}

/** "who has the highest salary": whose it is. */
function whoOf(state: ParserState, mention: Mention): Mention | null {
  const [top] = mention.elements;
  if (keywordAt(state, 0)?.key !== 'who' || state.frame.projections.length > 0 || top?.ref.kind !== 'column') return null;
  if (state.prepared.tables[top.ref.table]?.named !== true) return null;
  return thingOf(mention, top.ref.table);
}

/** "the latest customers" go by the one date that customers have, whatever it is called. */
function onlyDate(state: ParserState, mention: Mention, concept: Concept): Mention | null {
  const dates = concept === ADJECTIVES.recent ? datesOf(state, mention, mention.text) : null;
  return dates?.elements.length === 1 ? dates : null;
}

/** "who are our biggest customers", where nothing tells how big one is. */
function leavesOpen(state: ParserState, mention: Mention): boolean {
  const { superlative } = state.pending;
  const next = state.segments[state.at + 1];
  return (
    superlative?.concept != null &&
    SIZES.has(superlative.concept) &&
    !superlative.common &&
    state.frame.projections.length === 0 &&
    isTable(mention) &&
    !isNumeric(state, mention) &&
    !(state.mentions.concept(superlative.concept, mention.text)?.elements ?? []).some(
      ({ ref }) => ref.table === mention.elements[0]?.ref.table,
    ) &&
    (next === undefined || (next.kind === 'keyword' && next.keyword.key === 'mark'))
  );
}

/** Things that open the question, with what they are ranked by to follow. */
function isRanked({ frame, pending, segments, at }: ParserState, mention: Mention): boolean {
  const by = segments[at + 1];
  return (
    frame.projections.length === 0 &&
    pending.aggregates.length === 0 &&
    pending.superlative?.common === false &&
    (pending.superlative.concept === null || OF_NUMBERS.has(pending.superlative.concept)) &&
    (pending.superlative.nth ?? 1) === 1 &&
    isTable(mention) &&
    by?.kind === 'keyword' &&
    by.keyword.key === 'by'
  );
}

const SIZES: ReadonlySet<Concept | undefined> = new Set(['big', 'large', 'small', 'great'].map((adjective) => ADJECTIVES[adjective]));
/** Adjectives that may speak of how many there are. */
const OF_NUMBERS: ReadonlySet<Concept | undefined> = new Set([...SIZES, ADJECTIVES.high, ADJECTIVES.low]);

/** "most profitable branch": a figure said as what the thing right behind it is like. */
function describesNext(state: ParserState, mention: Mention): boolean {
  const next = state.segments[state.at + 1];
  const named = isFigure(mention) || (!mention.text.includes(' ') && !/s$/.test(mention.text));
  return next?.kind === 'element' && isTable(next.mention) && named;
}

/** A superlative at the end of a clause: "which one is the oldest". */
export function finishSuperlative(state: ParserState): void {
  const { pending } = state;
  const { superlative } = pending;
  if (superlative === null) return;
  const by = superlative.concept === null ? null : state.mentions.concept(superlative.concept, 'superlative');
  if (superlative.concept !== null && by !== null)
    push(state, {
      up: superlative.concept.up,
      by,
      flipDates: true,
      aggregate: null,
      target: state.lastTable,
      count: null,
      limit: superlative.limit,
    });
  else if (superlative.common && state.frame.projections.length > 0)
    push(state, {
      up: superlative.up,
      by: null,
      flipDates: false,
      aggregate: null,
      target: state.frame.projections[0]?.mention ?? null,
      count: 'rows',
      limit: superlative.limit,
    });
  else if (superlative.concept === null && doneMost(state) !== null) {
    // "Which customers ordered the most?"
    const done = doneMost(state);
    state.frame.anchors = state.frame.anchors.filter((anchor) => anchor !== done);
    push(state, { up: superlative.up, by: null, flipDates: false, aggregate: null, target: null, count: done, limit: superlative.limit });
  } else if (superlative.concept === null && measureBefore(state) !== null) {
    // "Which branch sold the most?"
    const by = measureBefore(state);
    if (by === null) return;
    state.frame.anchors = state.frame.anchors.filter((anchor) => anchor.id !== by.id);
    state.frame.projections = state.frame.projections.filter((projection) => projection.mention?.id !== by.id);
    state.frame.conditions = state.frame.conditions.filter((condition) => !(condition.kind === 'exists' && condition.mention.id === by.id));
    if (state.pending.lhs?.id === by.id) state.pending.lhs = null;
    push(state, { up: superlative.up, by, flipDates: false, aggregate: null, target: null, count: null, limit: superlative.limit });
  } else {
    state.frame.doubts.push('a superlative of nothing');
    pending.superlative = null;
  }
}

/** What those listed did, by a verb that is a table's own name. */
function doneMost({ frame: { anchors, projections } }: ParserState): Mention | null {
  const [listed, ...more] = projections;
  const done = anchors.at(-1);
  const [top] = done?.elements ?? [];
  const told = done !== undefined && /ed$/.test(done.text) && top?.ref.kind === 'table' && top.score >= OWN_NAME;
  return told && listed?.kind === 'entity' && more.length === 0 ? done : null;
}

export function anchorProjections(state: ParserState, table: Mention): void {
  for (const projection of state.frame.projections)
    if (projection.anchor === null && projection.mention !== table && projection.kind !== 'entity') projection.anchor = table;
}

function push(
  state: ParserState,
  body: {
    up: boolean;
    by: Mention | null;
    flipDates: boolean;
    aggregate: AggregateFunction | null;
    target: Mention | null;
    count: Mention | 'rows' | null;
    limit: number;
    nth?: number;
  },
): void {
  const mode = state.mode;
  const nth = state.pending.superlative?.nth;
  state.pending.superlative = null;
  addCondition(state, { kind: 'superlative', ...body, ...(nth === undefined ? {} : { nth }) });
  state.mode = mode === 'proj' && state.frame.projections.length === 0 ? 'proj' : mode;
  state.lastRole = 'cond';
}

/** The metric whose verb was spoken last: only a figure of its own can be "most". */
function measureBefore(state: ParserState): Mention | null {
  for (let at = Math.min(state.at, state.segments.length) - 1; at >= 0; at--) {
    const segment = state.segments[at];
    if (segment?.kind !== 'element') continue;
    const metrics = segment.mention.elements.filter((candidate) => candidate.ref.kind === 'metric' && candidate.score >= 0.6);
    return metrics.length === 0 || state.frame.projections.length === 0 ? null : { ...segment.mention, elements: metrics };
  }
  return null;
}
