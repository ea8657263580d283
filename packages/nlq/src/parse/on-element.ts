import { type ElementCandidate, keyOf, OWN_NAME } from '../lexicon/lexicon.ts';
import { isSameName } from '../lexicon/names.ts';
import { byKey, group, pickBy } from './group-key.ts';
import { compareAhead, endsCounted, joinsList, literalAt, numberAhead, operatorAhead } from './lookahead.ts';
import {
  addCondition,
  columnScore,
  columnsOf,
  doubt,
  isDate,
  isFigure,
  isNumeric,
  isOrdered,
  isTable,
  keywordAt,
  type ParserState,
  tableScore,
} from './parser-state.ts';
import { project } from './project.ts';
import type { Mention } from './segment.ts';
import { applySuperlative } from './superlative.ts';
import { thingOf } from './thing-of.ts';

/** A table, column or metric was named: what for depends on what was announced before it and follows after it. */
export function onElement(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  settleCount(state, mention);
  if (isFarFetched(state, mention)) {
    frame.unread.push(mention.text);
    return;
  }
  if (datedEntity(state, mention) || describesRows(state, mention) || isKindOfRow(state, mention) || namesValueBefore(state, mention))
    return;
  if (pending.compare !== null && pending.number !== null) {
    countOrCompare(state, mention);
    return;
  }
  if (pending.number !== null && pending.compare === null && !pending.count) {
    if (useBareNumber(state, mention)) return;
  }
  if (isParticiple(state, mention) || tellsHow(state, mention)) {
    if (frame.projections.length > 0 && state.mode === 'proj' && state.lastRole === 'proj') state.mode = 'cond';
    return;
  }
  if (isAside(state, mention) || saysWhat(state)) return;
  if (pending.compare !== null && pending.aggregates.length > 0) {
    against(state, mention);
    return;
  }
  if (pending.compare !== null && (numberAhead(state) || (isNumeric(state, mention) && keywordAt(state, state.at + 1)?.key === 'than'))) {
    pending.lhs = pending.lhs === null ? mention : (intersect(pending.lhs, mention) ?? mention);
    return;
  }
  if (pending.superlative !== null && applySuperlative(state, mention)) {
    pending.distinct = false;
    return;
  }
  if (pending.group) {
    group(state, mention);
    return;
  }
  if (state.mode === 'order') {
    order(state, mention);
    return;
  }
  if (pending.preposition === 'by' && (pending.count || pending.aggregates.length > 0) && pickBy(state, mention)) return;
  if (pending.preposition === 'by' && pending.aggregates.length === 0 && !pending.count && byKey(state, mention)) return;
  if (state.mode === 'cond' && !pending.count) {
    condition(state, mention);
    return;
  }
  project(state, mention);
}

/** "employees at head office": where something is, or of what kind, is no column that the word only remotely resembles. */
function isFarFetched(state: ParserState, { elements: [top] }: Mention): boolean {
  const at = keywordAt(state, state.at - 1)?.key === 'the' ? state.at - 2 : state.at - 1;
  const far = top !== undefined && top.score < FAR_FETCHED;
  const next = state.segments[state.at + 1];
  // "loyal customers" are no customers' loyalty tiers.
  const describes = next?.kind === 'element' && tableScore(next.mention) >= OWN_NAME && state.frame.projections.length === 0;
  // "how many employees left"
  if (top !== undefined && top.score < VAGUE && state.segments[state.at - 1]?.kind === 'element' && endsCounted(state)) {
    doubt(state, 'which of those counted');
    return true;
  }
  return far && (describes || (keywordAt(state, at)?.key === 'in' && state.frame.projections.length > 0));
}

const FAR_FETCHED = 0.5;
const VAGUE = 0.7;

/** "shared by the most", "rented by tenants": a verb that happens to resemble a column. */
function isParticiple(state: ParserState, mention: Mention): boolean {
  if (
    /(ed|en)$/.test(mention.text) &&
    !mention.text.includes(' ') &&
    keywordAt(state, state.at + 1)?.key === 'by' &&
    columnScore(mention) < OWN_NAME &&
    !literalAt(state, state.at + 2)
  )
    return true;
  if (!/(ed|en|ing)$/.test(mention.text) || mention.text.includes(' ') || columnScore(mention) >= 0.95 || tableScore(mention) >= 0.95)
    return false;
  return !columnsOf(state, mention).some((column) => isOrdered(column) && column.key === null);
}

/** "paid in cash", "pays by card": how it was done, and no column of pay. */
function tellsHow(state: ParserState, mention: Mention): boolean {
  const next = keywordAt(state, state.at + 1)?.key;
  const how = next === 'in' || next === 'by' || next === 'with';
  const value = state.segments[how ? state.at + 2 : state.at + 1];
  return /^(paid|pays?|paying)$/i.test(mention.text) && value?.kind === 'value' && state.pending.aggregates.length === 0;
}

/** "gross domestic product (gdp)": the same thing once more. */
function isAside(state: ParserState, mention: Mention): boolean {
  const open = keywordAt(state, state.at - 1);
  const before = state.segments[state.at - 2];
  return open?.key === 'mark' && open.mark === '(' && before?.kind === 'element' && intersect(before.mention, mention) !== null;
}

/** "have X or Y as their format": names the column of values already given. */
function saysWhat(state: ParserState): boolean {
  let at = state.at - 1;
  while (at > 0 && (keywordAt(state, at)?.key === 'their' || keywordAt(state, at)?.key === 'the')) at--;
  const last = state.frame.conditions.at(-1);
  return (
    /^as\b/.test(state.segments[at]?.text ?? '') && last?.kind === 'value' && last.lhs === null && state.segments[at - 1]?.kind === 'value'
  );
}

/** What both may name. */
function intersect(a: Mention, b: Mention): Mention | null {
  const own = new Set(b.elements.map((candidate) => keyOf(candidate.ref)));
  const elements = a.elements.filter((candidate) => own.has(keyOf(candidate.ref)));
  return elements.length === 0 ? null : { ...a, elements };
}

/** "employees hired in 2024" are employees; their date of hire is what the period applies to. "By region and month in 2024" groups. */
function datedEntity(state: ParserState, mention: Mention): boolean {
  if (state.pending.group) return false;
  const top = state.segments[state.at + 1]?.kind === 'period' ? dateAmongBest(state, mention) : undefined;
  if (top === undefined) return false;
  const who = keywordAt(state, 0)?.key === 'who' && HAPPENED.test(mention.text);
  if ((top.withTable || who) && state.frame.projections.length === 0) {
    const entity = thingOf(mention, top.ref.table);
    project(state, entity);
  } else if (state.frame.projections.length === 0) return false;
  state.pending.lhs = { ...mention, elements: [top, ...mention.elements.filter((one) => one !== top && isDate(state, one))] };
  return true;
}

/** "branches opened after 2018" speaks of a date, even where open branches are a kind of their own. */
function dateAmongBest(state: ParserState, mention: Mention): ElementCandidate | undefined {
  const best = bestOf(mention);
  const date = best.find((one) => isDate(state, one));
  return HAPPENED.test(mention.text) || !best.some((one) => isKind(state, one)) ? date : undefined;
}

const bestOf = ({ elements }: Mention) => elements.filter(({ score }) => score === elements[0]?.score);

const HAPPENED = /(ed|en)$/;

function isKind({ prepared }: ParserState, { ref }: ElementCandidate): boolean {
  return ref.kind === 'column' && prepared.tables[ref.table]?.columns[ref.column]?.column.computed?.from === 'condition';
}

/** "the Furniture category", "Makkah region": says of what the value is, and is not asked for. */
function namesValueBefore(state: ParserState, mention: Mention): boolean {
  const before = state.segments[state.at - 1];
  const last = state.frame.conditions.at(-1);
  if (before?.kind !== 'value' || last?.kind !== 'value' || last.mention !== before.mention || last.lhs !== null) return false;
  const { values } = before.mention;
  if (isTable(mention)) {
    const elements = columnsOfNames(state, mention).filter(({ ref }) =>
      values.some(
        ({ table, column, score }) => score >= SAID_WHOLE && ref.kind === 'column' && table === ref.table && column === ref.column,
      ),
    );
    if (elements.length === 0) return false;
    state.frame.conditions.splice(-1, 1, { ...last, lhs: { ...mention, elements } });
    return true;
  }
  const own = columnsOf(state, mention)[0];
  if (own === undefined || !values.some((value) => value.table === own.table && value.column === own.index)) return false;
  state.frame.conditions.splice(-1, 1, { ...last, lhs: mention });
  return true;
}

const SAID_WHOLE = 0.9;

/** What the rows of a table are called, in every language. */
function columnsOfNames({ prepared }: ParserState, { elements }: Mention): ElementCandidate[] {
  const [top] = elements;
  const table = top?.ref.kind === 'table' ? prepared.tables[top.ref.table] : undefined;
  const display = table?.named === true ? table.columns[table.display]?.column.name : undefined;
  return (table?.columns ?? [])
    .filter(({ column }) => display !== undefined && isSameName(column.name, display))
    .map(({ index }) => ({ ref: { kind: 'column', table: table?.index ?? -1, column: index }, score: 1, withTable: false }));
}

/** "late orders": a column of yes and no beside the things it is of. */
function describesRows(state: ParserState, mention: Mention): boolean {
  const [top] = mention.elements;
  if (top?.ref.kind !== 'column' || columnsOf(state, mention)[0]?.type !== 'boolean') return false;
  const beside = [state.segments[state.at - 1], state.segments[state.at + 1]];
  if (!beside.some((segment) => segment?.kind === 'element' && isTable(segment.mention))) return false;
  const { pending, mode, lastRole } = state;
  const keep = { count: pending.count, aggregates: pending.aggregates };
  addCondition(state, { kind: 'compare', lhs: mention, operator: '=', value: 1, flipDates: false });
  Object.assign(state.pending, keep);
  state.mode = mode;
  state.lastRole = lastRole;
  return true;
}

/** "how many churners", "revenue from churners": a condition that is named like a thing is the rows it picks. */
function isKindOfRow(state: ParserState, mention: Mention): boolean {
  const { pending, frame } = state;
  const kind = bestOf(mention).find((one) => isKind(state, one));
  if (kind === undefined || kind.score < 0.9) return false;
  if (pending.group || pending.preposition === 'by' || pending.compare !== null || state.mode === 'order') return false;
  // "B2B sales" are a figure of them.
  const next = state.segments[state.at + 1];
  const describes = next?.kind === 'element' && isFigure(next.mention) && next.mention.elements[0]?.ref.table !== kind.ref.table;
  const listed = !describes && state.mode !== 'cond' && (pending.count || frame.projections.length === 0);
  const { count } = pending;
  addCondition(state, { kind: 'compare', lhs: { ...mention, elements: [kind] }, operator: '=', value: 1, flipDates: false });
  if (!listed) return true;
  pending.count = count;
  state.mode = 'proj';
  project(state, thingOf(mention, kind.ref.table));
  return true;
}

/** "count by origin" counts rows; "number of seats" is a column of numbers. */
function settleCount(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  if (!pending.count) return;
  if (pending.preposition === 'by' && keywordAt(state, state.at - 1)?.key === 'by' && keywordAt(state, state.at - 2)?.key === 'count') {
    frame.projections.push({ kind: 'count', mention: null, aggregate: null, distinct: false, anchor: null });
    pending.count = false;
  } else if (!pending.distinct && isNumeric(state, mention) && tableScore(mention) < 0.6 && columnScore(mention) >= 0.78) {
    pending.count = false;
    if (pending.total) pending.aggregates.push('sum');
  }
  pending.total = false;
}

/** "more than 2 invoices", "over 4 rooms". */
function countOrCompare(state: ParserState, mention: Mention): void {
  const { pending } = state;
  const { compare, number } = pending;
  if (compare === null || number === null) return;
  if (isNumeric(state, mention) && tableScore(mention) < 0.9)
    addCondition(state, { kind: 'compare', lhs: mention, operator: compare, value: number, flipDates: false });
  else {
    addCondition(state, { kind: 'countCompare', mention, operator: compare, value: number, distinct: pending.distinct });
    pending.distinct = false;
    if (isTable(mention)) state.lastTable = mention;
  }
}

/** "8 rooms" states a value, "3 tenants" bounds a list. */
function useBareNumber(state: ParserState, mention: Mention): boolean {
  const { pending, frame } = state;
  const number = pending.number ?? 0;
  if (isNumeric(state, mention) && tableScore(mention) < 0.9) {
    addCondition(state, { kind: 'compare', lhs: mention, operator: '=', value: number, flipDates: false });
    return true;
  }
  if (isTable(mention) && state.mode === 'cond') {
    addCondition(state, { kind: 'countCompare', mention, operator: '=', value: number, distinct: false });
    return true;
  }
  if (frame.projections.length === 0) {
    frame.limit = number;
    pending.number = null;
  }
  return false;
}

/** "above the average age". */
function against(state: ParserState, mention: Mention): void {
  const { pending } = state;
  const fn = pending.aggregates.pop();
  if (fn === undefined || pending.compare === null) return;
  const lhs = pending.lhs === null || isTable(pending.lhs) ? mention : pending.lhs;
  if (isTable(mention) && !isNumeric(state, mention))
    addCondition(state, { kind: 'against', lhs, operator: pending.compare, fn, of: null, flipDates: pending.flipDates, scope: mention });
  else addCondition(state, { kind: 'against', lhs, operator: pending.compare, fn, of: mention, flipDates: pending.flipDates, scope: null });
}

function order(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  // "by the name of the teacher", "by the teacher's name"
  if (
    isTable(mention) &&
    !pending.count &&
    ((pending.preposition === 'of' && frame.orders.at(-1)?.mention != null) || keywordAt(state, state.at + 1)?.key === 'of')
  ) {
    frame.anchors.push(mention);
    return;
  }
  const placeholder = frame.orders.at(-1);
  const aggregate = pending.aggregates.pop() ?? null;
  const key = {
    mention,
    aggregate,
    count: pending.count && !(isNumeric(state, mention) && !isTable(mention)),
    descending: placeholder?.mention === null && !placeholder.count ? placeholder.descending : false,
  };
  if (placeholder?.mention === null && !placeholder.count) frame.orders.pop();
  frame.orders.push(key);
  pending.count = false;
  state.lastRole = 'order';
}

function condition(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  // "no orders in 2025": none of that year, and not: ordered in another.
  const missed = pending.negated && isTable(mention) && state.segments[state.at + 1]?.kind === 'period';
  if (operatorAhead(state) && !missed && !(isTable(mention) && compareAhead(state))) {
    pending.lhs = mention;
    return;
  }
  if (isTable(mention)) {
    state.lastTable = mention;
    // "a villa property", "as a property": says what the value is.
    if (state.segments[state.at - 1]?.kind === 'value' || /^as\b/.test(state.segments[state.at - 1]?.text ?? '')) {
      frame.anchors.push(mention);
      return;
    }
    const known = [...frame.projections.map((projection) => projection.mention), ...frame.anchors].some(
      (other) => other !== null && sameTop(other, mention),
    );
    if (pending.negated && !known) {
      // A table that is called like a figure: "short of the target" is not "without targets".
      if (mention.elements.some(({ ref, score }) => ref.kind === 'metric' && score >= OWN_NAME))
        frame.doubts.push(`without a row or a figure of "${mention.text}"`, 'short of a figure');
      addCondition(state, { kind: 'exists', mention, inner: [] });
      return;
    }
    if (joinsList(state)) {
      project(state, mention);
      return;
    }
    if (!known) addCondition(state, { kind: 'exists', mention, inner: [] });
    else frame.anchors.push(mention);
    return;
  }
  const boolean = columnsOf(state, mention)[0];
  if (boolean?.type === 'boolean' && pending.preposition !== 'of') {
    addCondition(state, { kind: 'compare', lhs: mention, operator: '=', value: 1, flipDates: false });
    return;
  }
  if (pending.negated && isFigure(mention)) {
    addCondition(state, { kind: 'exists', mention, inner: [] });
    return;
  }
  if (pending.negated) {
    addCondition(state, { kind: 'null', lhs: mention }, false);
    doubt(state, `not "${mention.text}"`);
    return;
  }
  if (pending.aggregates.length > 0 || joinsList(state) || frame.projections.every((projection) => projection.kind === 'entity')) {
    project(state, mention);
    return;
  }
  pending.lhs = mention;
}

function sameTop(a: Mention, b: Mention): boolean {
  const [x] = a.elements;
  const [y] = b.elements;
  return x !== undefined && y !== undefined && x.ref.kind === 'table' && y.ref.kind === 'table' && x.ref.table === y.ref.table;
}
