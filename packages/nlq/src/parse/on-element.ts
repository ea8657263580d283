import { keyOf } from '../lexicon/lexicon.ts';
import type { Projection } from './frame.ts';
import {
  addCondition,
  columnScore,
  columnsOf,
  doubt,
  isNumeric,
  isOrdered,
  isTable,
  keywordAt,
  nextSolid,
  type ParserState,
  tableScore,
} from './parser-state.ts';
import type { Mention } from './segment.ts';
import { anchorProjections, applySuperlative } from './superlative.ts';

/** A table, column or metric was named: what for depends on what was announced before it and follows after it. */
export function onElement(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  settleCount(state, mention);
  if (datedEntity(state, mention) || describesRows(state, mention) || namesValueBefore(state, mention)) return;
  if (pending.compare !== null && pending.number !== null) return countOrCompare(state, mention);
  if (pending.number !== null && pending.compare === null && !pending.count) {
    if (useBareNumber(state, mention)) return;
  }
  if (isParticiple(state, mention)) {
    if (frame.projections.length > 0 && state.mode === 'proj' && state.lastRole === 'proj') state.mode = 'cond';
    return;
  }
  if (isAside(state, mention) || saysWhat(state)) return;
  if (pending.compare !== null && pending.aggregates.length > 0) return against(state, mention);
  if (pending.compare !== null && numberAhead(state)) {
    pending.lhs = pending.lhs === null ? mention : (intersect(pending.lhs, mention) ?? mention);
    return;
  }
  if (pending.superlative !== null && applySuperlative(state, mention)) {
    pending.distinct = false;
    return;
  }
  if (pending.group) return group(state, mention);
  if (state.mode === 'order') return order(state, mention);
  if (pending.preposition === 'by' && (pending.count || pending.aggregates.length > 0) && pickBy(state, mention)) return;
  if (pending.preposition === 'by' && pending.aggregates.length === 0 && !pending.count && byKey(state, mention)) return;
  if (state.mode === 'cond' && !pending.count) return condition(state, mention);
  project(state, mention);
}

/** "shared by the most", "owned by students": a verb that happens to resemble a column. */
function isParticiple(state: ParserState, mention: Mention): boolean {
  if (
    /(ed|en)$/.test(mention.text) &&
    !mention.text.includes(' ') &&
    keywordAt(state, state.at + 1)?.key === 'by' &&
    columnScore(mention) < 0.97 &&
    !literalAt(state, state.at + 2)
  )
    return true;
  if (!/(ed|en|ing)$/.test(mention.text) || mention.text.includes(' ') || columnScore(mention) >= 0.95 || tableScore(mention) >= 0.95)
    return false;
  return !columnsOf(state, mention).some((column) => isOrdered(column) && column.key === null);
}

/** "miles per gallon (mpg)": the same thing once more. */
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

function literalAt(state: ParserState, at: number): boolean {
  const segment = nextSolid(state, at)?.segment;
  return segment?.kind === 'value' || segment?.kind === 'quoted' || segment?.kind === 'number';
}

function numberAhead(state: ParserState): boolean {
  return (
    nextSolid(state, state.at + 1)?.segment.kind === 'number' ||
    (keywordAt(state, state.at + 1)?.key === 'than' && nextSolid(state, state.at + 2)?.segment.kind === 'number')
  );
}

/** What both may name. */
function intersect(a: Mention, b: Mention): Mention | null {
  const own = new Set(b.elements.map((candidate) => keyOf(candidate.ref)));
  const elements = a.elements.filter((candidate) => own.has(keyOf(candidate.ref)));
  return elements.length === 0 ? null : { ...a, elements };
}

/** "employees hired in 2024" are employees; their date of hire is what the period applies to. */
function datedEntity(state: ParserState, mention: Mention): boolean {
  const [top] = mention.elements;
  const column = columnsOf(state, mention)[0];
  if (top?.ref.kind !== 'column' || column?.type !== 'date' || state.segments[state.at + 1]?.kind !== 'period') return false;
  if (top.withTable && state.frame.projections.length === 0) {
    const entity: Mention = {
      ...mention,
      id: mention.id + ENTITY_IDS,
      elements: [{ ref: { kind: 'table', table: top.ref.table }, score: 1, withTable: false }],
      values: [],
    };
    project(state, entity);
  } else if (state.frame.projections.length === 0) return false;
  state.pending.lhs = mention;
  return true;
}

/** "the Furniture category": the column says of what the value is, and is not asked for. */
function namesValueBefore(state: ParserState, mention: Mention): boolean {
  const before = state.segments[state.at - 1];
  const last = state.frame.conditions.at(-1);
  if (before?.kind !== 'value' || last?.kind !== 'value' || last.mention !== before.mention || last.lhs !== null || isTable(mention))
    return false;
  const own = columnsOf(state, mention)[0];
  if (own === undefined || !before.mention.values.some((value) => value.table === own.table && value.column === own.index)) return false;
  state.frame.conditions.splice(-1, 1, { ...last, lhs: mention });
  return true;
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

/** Beyond the ids of spoken mentions, which are places in the question. */
const ENTITY_IDS = 2_000_000;

/** "count by origin" counts rows; "number of seats" is a column of numbers. */
function settleCount(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  if (!pending.count) return;
  if (pending.preposition === 'by' && keywordAt(state, state.at - 1)?.key === 'by' && keywordAt(state, state.at - 2)?.key === 'count') {
    frame.projections.push({ kind: 'count', mention: null, aggregate: null, distinct: false, anchor: null });
    pending.count = false;
  } else if (!pending.distinct && isNumeric(state, mention) && tableScore(mention) < 0.6 && columnScore(mention) >= 0.78)
    pending.count = false;
}

/** "more than 2 concerts", "over 4 cylinders". */
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

/** "8 cylinders" states a value, "3 singers" bounds a list. */
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

function group(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  frame.groups.push({ mention, grain: null, per: keywordAt(state, state.at - 1)?.key === 'per' });
  if (isTable(mention)) {
    state.lastTable = mention;
    for (const projection of frame.projections)
      if (
        projection.anchor === null &&
        projection.kind === 'element' &&
        projection.aggregate === null &&
        projection.mention !== null &&
        !isTable(projection.mention) &&
        projection.mention.elements[0]?.ref.kind !== 'metric'
      )
        projection.anchor = mention;
  }
  pending.distinct = false;
  pending.count = false;
  state.lastRole = 'group';
  pending.group = moreToCome(state);
  if (!pending.group && frame.projections.length > 0) state.mode = 'cond';
}

/** "by region and year": the next element has the same role. */
function moreToCome(state: ParserState): boolean {
  const next = keywordAt(state, state.at + 1);
  if (next?.key !== 'and' && !(next?.key === 'mark' && next.mark === ',') && next?.key !== 'per') return false;
  const after = nextSolid(state, state.at + 2);
  return after?.segment.kind === 'element' && !isTableWithMore(after.segment.mention);
}

function isTableWithMore(mention: Mention): boolean {
  return isTable(mention) && tableScore(mention) > 0.95 && mention.elements.every((candidate) => candidate.ref.kind === 'table');
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

/** "count by origin", "top 5 shops by sales", "weight by cylinders". */
function byKey(state: ParserState, mention: Mention): boolean {
  const { frame, pending } = state;
  if (frame.visual === 'scatter') return false;
  pending.preposition = null;
  let by = state.at - 1;
  while (by > 0 && keywordAt(state, by)?.key !== 'by') by--;
  const verb = state.segments[by - 1];
  if (
    verb?.kind === 'word' ||
    (verb?.kind === 'keyword' && verb.keyword.key === 'verb') ||
    (verb?.kind === 'element' && /(ed|en)$/.test(verb.text))
  ) {
    state.mode = 'cond';
    return false;
  }
  const measured = frame.projections.some((projection) => projection.kind === 'count' || projection.aggregate !== null);
  if (pending.top !== null || frame.limit !== null) {
    frame.limit = pending.top?.limit ?? frame.limit;
    frame.orders.push({ mention, aggregate: null, count: isTable(mention), shown: true, descending: pending.top?.up ?? true });
    pending.top = null;
    return true;
  }
  if (
    measured ||
    frame.visual !== null ||
    frame.projections.some((projection) => projection.mention !== null && isNumeric(state, projection.mention))
  ) {
    group(state, mention);
    return true;
  }
  // "customers by segment" counts them per segment.
  const [listed, ...more] = frame.projections;
  if (listed?.kind === 'entity' && more.length === 0 && !isTable(mention) && !isNumeric(state, mention)) {
    group(state, mention);
    return true;
  }
  return false;
}

/** "top 3 branches by number of orders", "by average price". */
function pickBy(state: ParserState, mention: Mention): boolean {
  const { frame, pending } = state;
  if (pending.top === null && frame.limit === null) return false;
  frame.limit = pending.top?.limit ?? frame.limit;
  frame.orders.push({
    mention,
    aggregate: pending.aggregates.pop() ?? null,
    count: pending.count,
    shown: true,
    descending: pending.top?.up ?? true,
  });
  pending.top = null;
  pending.count = false;
  pending.preposition = null;
  return true;
}

function condition(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  if (operatorAhead(state) && !(isTable(mention) && compareAhead(state))) {
    pending.lhs = mention;
    return;
  }
  if (isTable(mention)) {
    state.lastTable = mention;
    // "a cat pet", "as a pet": says what the value is.
    if (state.segments[state.at - 1]?.kind === 'value' || /^as\b/.test(state.segments[state.at - 1]?.text ?? '')) {
      frame.anchors.push(mention);
      return;
    }
    const known = [...frame.projections.map((projection) => projection.mention), ...frame.anchors].some(
      (other) => other !== null && sameTop(other, mention),
    );
    if (pending.negated && !known) {
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

/** Comes after "and", a comma or "their". */
function joinsList(state: ParserState): boolean {
  if (state.pending.their) return true;
  for (let at = state.at - 1; at >= Math.max(0, state.at - 3); at--) {
    const keyword = keywordAt(state, at);
    if (keyword === null) return false;
    if (keyword.key === 'and' || (keyword.key === 'mark' && keyword.mark === ',')) return true;
  }
  return false;
}

function sameTop(a: Mention, b: Mention): boolean {
  const [x] = a.elements;
  const [y] = b.elements;
  return x !== undefined && y !== undefined && x.ref.kind === 'table' && y.ref.kind === 'table' && x.ref.table === y.ref.table;
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

function compareAhead(state: ParserState): boolean {
  const next = nextSolid(state, state.at + 1)?.segment;
  return (
    next?.kind === 'keyword' && (next.keyword.key === 'compare' || next.keyword.key === 'comparative' || next.keyword.key === 'between')
  );
}

const NOTHING: Mention = { id: 0, text: '', start: 0, end: 0, elements: [], values: [] };

function currentMention(state: ParserState): Mention | null {
  const segment = state.segments[state.at];
  return segment?.kind === 'element' ? segment.mention : null;
}

function project(state: ParserState, mention: Mention): void {
  const { pending, frame } = state;
  const context = ['of', 'for', 'in', 'from', 'by', 'to'].includes(pending.preposition ?? '');
  const table =
    isTable(mention) ||
    (context && frame.projections.length > 0 && pending.aggregates.length === 0 && !pending.count && tableScore(mention) >= 0.6);
  if (pending.top !== null) {
    frame.limit = pending.top.limit;
  }
  const everything = frame.projections.find((projection) => projection.kind === 'everything' && projection.mention === null);
  if (everything && table) {
    frame.projections.splice(frame.projections.indexOf(everything), 1, { ...everything, mention });
    state.lastTable = mention;
    state.mode = 'proj';
    state.lastRole = 'proj';
    return;
  }
  if (pending.count && !pending.distinct && !isTable(mention) && isNumeric(state, mention) && tableScore(mention) < 0.6) {
    // "how many seats does it have": the column holds the number.
    push(state, { kind: 'element', mention, aggregate: null, distinct: false, anchor: null });
    pending.count = false;
    return;
  }
  if (pending.count) {
    push(state, { kind: 'count', mention, aggregate: null, distinct: pending.distinct, anchor: null });
    pending.count = false;
    pending.distinct = false;
    if (table) state.lastTable = mention;
    return;
  }
  if (pending.aggregates.length > 0) {
    for (const fn of pending.aggregates) push(state, { kind: 'element', mention, aggregate: fn, distinct: false, anchor: null });
    pending.aggregates = [];
    return;
  }
  const before = frame.projections.at(-1);
  if (
    before?.kind === 'count' &&
    before.distinct &&
    before.mention !== null &&
    !table &&
    joinsList(state) &&
    frame.projections.length === 1
  ) {
    push(state, { kind: 'count', mention, aggregate: null, distinct: true, anchor: null });
    return;
  }
  const belongs = context || (table && frame.projections.length > 0 && !joinsList(state) && state.clause === 0);
  if (table && belongs && (frame.projections.length > 0 || (pending.preposition === 'for' && state.at < 4))) {
    frame.anchors.push(mention);
    anchorProjections(state, mention);
    state.lastTable = mention;
    pending.preposition = null;
    if (pending.distinct) frame.distinct = true;
    pending.distinct = false;
    return;
  }
  if (
    (frame.projections.length > 0 || pending.preposition === 'for' || (!table && compareAhead(state) && state.at > 0)) &&
    operatorAhead(state) &&
    !joinsBareList(state) &&
    !(table && compareAhead(state))
  ) {
    pending.lhs = mention;
    state.mode = 'cond';
    return;
  }
  if (pending.distinct) frame.distinct = true;
  pending.distinct = false;
  push(state, { kind: table ? 'entity' : 'element', mention, aggregate: null, distinct: false, anchor: null });
  if (table) state.lastTable = mention;
  pending.preposition = null;
  pending.their = false;
}

function joinsBareList(state: ParserState): boolean {
  return (
    keywordAt(state, state.at - 1)?.key === 'mark' && state.mode === 'proj' && nextSolid(state, state.at + 1)?.segment.kind !== 'keyword'
  );
}

function push(state: ParserState, projection: Projection): void {
  const { frame } = state;
  if (state.clause > 0 && projection.kind === 'element') {
    frame.explicitOutput = true;
    projection.anchor ??= frame.projections.find((earlier) => earlier.kind === 'entity')?.mention ?? null;
  }
  frame.projections.push(projection);
  state.lastRole = 'proj';
}
