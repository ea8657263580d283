import type { AggregateFunction } from '../plan.ts';
import { askMeasure } from './ask-measure.ts';
import { endsHere, newClause, nextIsClause, startsClause, whoseClause } from './clause.ts';
import { moreToCome } from './group-key.ts';
import type { Keyword } from './keyword.ts';
import { isValueOfRows } from './lookahead.ts';
import { onWord } from './on-literal.ts';
import { onNumber } from './on-number.ts';
import { addCondition, doubt, isFigure, isNumeric, isTable, keywordAt, nextSolid, type ParserState, typedAt } from './parser-state.ts';
import { aggregateAfter, comparedBefore, countAfter, drawsOver, groupsByDifferent } from './postfix.ts';
import { finishSuperlative, onSuperlative } from './superlative.ts';
import { onVisual } from './visual.ts';

/** One keyword changes what the words after it are taken for. */
export function onKeyword(state: ParserState, keyword: Keyword, text: string): void {
  const { pending, frame } = state;
  switch (keyword.key) {
    case 'open':
      // "get", "name" and "state" in mid-sentence are verbs like any other, but no verb stands behind "by".
      if (keywordAt(state, state.at - 1)?.key === 'by') onWord(state, text);
      else if (startsClause(state)) newClause(state);
      if (/^(plot|draw|visualize|chart|graph)$/i.test(text)) frame.visual ??= 'chart';
      break;
    case 'what':
      if (startsClause(state)) newClause(state);
      else state.mode = frame.projections.length > 0 || frame.anchors.length > 0 ? 'cond' : state.mode;
      break;
    case 'who':
      if (!startsClause(state)) state.mode = 'cond';
      break;
    case 'where':
      if (startsClause(state)) {
        const place = nextIsClause(state) ? null : state.mentions.place(text);
        if (place !== null && !nextIsClause(state))
          frame.projections.push({ kind: 'element', mention: place, aggregate: null, distinct: false, anchor: null });
      } else state.mode = 'cond';
      break;
    case 'when':
      if (startsClause(state)) {
        const date = state.mentions.date(text);
        if (date !== null) frame.projections.push({ kind: 'element', mention: date, aggregate: null, distinct: false, anchor: null });
      } else state.mode = 'cond';
      break;
    case 'howMuch':
      newClause(state);
      break;
    case 'measure':
      if (state.mode !== 'order') newClause(state);
      askMeasure(state, keyword.words, text);
      break;
    case 'count':
      if (countAfter(state, text)) break;
      pending.total = /^(the )?total/i.test(text);
      if (pending.superlative !== null || pending.compare !== null) break;
      if (state.mode === 'order') {
        if (elementAhead(state)) pending.count = true;
        else orderByCount(state);
        break;
      }
      if (pending.group) {
        pending.count = true;
        break;
      }
      if (state.mode === 'cond' && pending.lhs !== null) pending.lhs = null;
      if (endsHere(state)) {
        frame.projections.push({ kind: 'count', mention: null, aggregate: null, distinct: false, anchor: null });
        break;
      }
      pending.count = true;
      if (state.mode !== 'cond' || !whoseClause(state)) state.mode = 'proj';
      break;
    case 'aggregate':
      if (pending.compare === null && aggregateAfter(state, keyword.fn)) break;
      if (pending.compare !== null && !elementAhead(state)) pending.lhs ??= comparedBefore(state);
      if (pending.compare !== null && pending.lhs !== null && !elementAhead(state)) {
        addCondition(state, {
          kind: 'against',
          lhs: pending.lhs,
          operator: pending.compare,
          fn: keyword.fn,
          of: null,
          flipDates: pending.flipDates,
          scope: null,
        });
        break;
      }
      if (groupAhead(state) && aggregateLast(state, keyword.fn)) break;
      // "has the minimum weight" picks the row; "what is the minimum weight" asks for the figure.
      if (
        (keyword.fn === 'min' || keyword.fn === 'max') &&
        state.mode === 'cond' &&
        pending.compare === null &&
        pending.superlative === null &&
        picksRow(state)
      ) {
        onSuperlative(state, keyword.fn === 'max', null, text);
        break;
      }
      pending.aggregates.push(keyword.fn);
      break;
    case 'distinct':
      if (groupsByDifferent(state, text)) pending.group = true;
      else pending.distinct = true;
      break;
    case 'superlative':
      onSuperlative(state, keyword.up, keyword.concept, text, keyword.nth);
      break;
    case 'top':
      // "by the highest price first" says which end comes first.
      if (pending.superlative === null && !(state.mode === 'order' && frame.orders.length > 0))
        pending.top = { up: keyword.up, limit: pending.number ?? 1 };
      pending.number = null;
      break;
    case 'compare':
      if (drawsOver(state, text)) {
        onVisual(state, 'relates', text);
        break;
      }
      pending.compare =
        pending.negated && (text === 'more than' || text === 'less than') ? (keyword.operator === '>' ? '<=' : '>=') : keyword.operator;
      if (pending.negated && (text === 'more than' || text === 'less than')) pending.negated = false;
      if (keyword.operator === '!=') {
        pending.compare = null;
        pending.negated = true;
      }
      pending.concept = keyword.concept;
      break;
    case 'measureAfter':
      frame.unread.push(text);
      break;
    case 'compareAfter':
      doubt(state, `"${text}" without a number`);
      break;
    case 'comparative': {
      const lhs = state.mentions.concept(keyword.concept, text);
      if (lhs === null) {
        frame.unread.push(text);
        break;
      }
      pending.lhs = lhs;
      pending.compare = keyword.concept.up ? '>' : '<';
      pending.flipDates = true;
      state.mode = 'cond';
      break;
    }
    case 'between':
      if (pending.lhs === null && !nextIsNumber(state)) break;
      pending.compare = '>=';
      pending.named = false;
      pending.match = null;
      pending.preposition = 'between';
      break;
    case 'match':
      pending.match = keyword.match;
      break;
    case 'named':
      pending.named = true;
      state.mode = 'cond';
      break;
    case 'each':
    case 'per':
      // "across all shops" is about them together.
      if (
        text.toLowerCase() === 'across' &&
        (keywordAt(state, state.at + 1)?.key === 'all' || keywordAt(state, state.at + 1)?.key === 'the') &&
        frame.visual === null
      ) {
        pending.preposition = 'for';
        break;
      }
      // "… in each, sorted by": each of what was named first.
      if (endsHere(state) && /\beach$/i.test(text)) {
        const named = frame.anchors[0] ?? frame.projections.find((projection) => projection.kind === 'entity')?.mention ?? null;
        if (named === null) doubt(state, 'for each of nothing');
        else if (!frame.groups.some((group) => group.mention === named)) frame.groups.push({ mention: named, grain: null });
        break;
      }
      pending.group = true;
      pending.superlative === null ? undefined : finishSuperlative(state);
      break;
    case 'by':
      if (pending.sorting) {
        pending.sorting = false;
        state.mode = 'order';
        break;
      }
      pending.preposition = 'by';
      break;
    case 'grain':
      frame.groups.push({ mention: state.mentions.date(text), grain: keyword.grain });
      if (text.includes(' ') && groupsMore(state)) pending.group = true;
      break;
    case 'orderBy':
      if (startsClause(state) && frame.projections.length === 0 && !/\b(by|of)$/i.test(text)) {
        newClause(state);
        state.pending.sorting = true;
        break;
      }
      state.mode = 'order';
      pending.lhs = null;
      break;
    case 'ascending':
    case 'descending': {
      const last = frame.orders.at(-1);
      if (last) last.descending = keyword.key === 'descending';
      else frame.orders.push({ mention: null, aggregate: null, count: false, descending: keyword.key === 'descending' });
      state.mode = 'order';
      break;
    }
    case 'alphabetical':
      if (frame.orders.length === 0) frame.orders.push({ mention: null, aggregate: null, count: false, descending: false });
      state.mode = 'order';
      break;
    case 'whose':
      if (startsClause(state)) break;
      state.mode = 'cond';
      pending.lhs = null;
      break;
    case 'that':
    case 'with':
    case 'have':
      if (frame.projections.length > 0 || frame.anchors.length > 0) state.mode = state.mode === 'order' ? 'order' : 'cond';
      if (keyword.key === 'with') pending.preposition = 'with';
      break;
    case 'without':
      state.mode = 'cond';
      pending.negated = true;
      break;
    case 'not':
    case 'neither':
      pending.negated = true;
      if (frame.projections.length > 0) state.mode = 'cond';
      break;
    case 'but':
      pending.connector = 'and';
      break;
    case 'and':
      if (pending.preposition !== 'between') pending.connector = 'and';
      break;
    case 'or':
      pending.connector = 'or';
      break;
    case 'both':
      pending.both = true;
      break;
    case 'their':
      pending.their = true;
      break;
    case 'everything':
      frame.projections.push({ kind: 'everything', mention: null, aggregate: null, distinct: false, anchor: null });
      break;
    case 'of':
    case 'from':
    case 'to':
    case 'in':
    case 'for':
      pending.preposition = keyword.key;
      if (perUnit(state)) pending.group = true;
      break;
    case 'be':
      if (frame.share && frame.projections.length > 0) frame.saidOfPart ??= frame.conditions.length;
      if (frame.projections.length > 0 && state.lastRole === 'proj' && state.mode === 'proj') state.mode = 'cond';
      break;
    case 'role':
      pending.role = keyword.role;
      if (frame.projections.length > 0) state.mode = 'cond';
      break;
    case 'common':
      if (pending.superlative !== null) pending.superlative.common = true;
      break;
    case 'null':
      if (pending.lhs !== null) {
        frame.conditions.push({ kind: 'null', lhs: pending.lhs, connector: pending.connector, negated: keyword.negated, both: false });
        pending.lhs = null;
      } else frame.unread.push(text);
      break;
    case 'share':
      frame.share = true;
      break;
    case 'running':
      frame.running = true;
      if (elementAhead(state)) pending.aggregates.push('sum');
      break;
    case 'growth':
      // "average growth" is the average of changes, not the change of an average.
      if (pending.aggregates.length > 0 || /^(avg|min|max)$/.test(frame.projections.at(-1)?.aggregate ?? ''))
        frame.doubts.push('an average of growth', 'growth of which figure');
      frame.growth = { over: keyword.over ?? frame.growth?.over ?? null, back: 1 };
      if (frame.projections.length === 0) state.mode = 'proj';
      break;
    case 'ratio':
    case 'difference':
    case 'unsupported':
    case 'same':
      doubt(state, text);
      frame.unread.push(text);
      break;
    case 'versus':
    case 'relates':
    case 'histogram':
      if (state.mode === 'order') orderByCount(state);
      else onVisual(state, keyword.key, text);
      break;
    case 'chart':
    case 'comparison':
    case 'scatter':
    case 'series':
    case 'overTime':
      onVisual(state, keyword.key, text);
      break;
    case 'verb':
      if (frame.projections.length > 0 && state.mode === 'proj' && state.lastRole === 'proj') state.mode = 'cond';
      break;
    case 'mark':
      if (keyword.mark === '.' || keyword.mark === '?' || keyword.mark === ';' || keyword.mark === '|') {
        if (state.at < state.segments.length - 1) newClause(state);
      } else if (keyword.mark === ',') pending.preposition = pending.preposition === 'between' ? 'between' : null;
      break;
    case 'the':
      // "starts with A": the letter, not the article.
      if (pending.match !== null && text.length === 1 && keywordAt(state, state.at - 1)?.key === 'match') {
        onWord(state, text);
        break;
      }
      if (text === 'one' && pending.compare !== null) onNumber(state, 1, text);
      else if (isValueOfRows(state, text)) frame.doubts.push(`the ${text} of rows`, `"${text}" left out`);
      break;
    case 'rows':
    case 'averageOf':
    case 'either':
    case 'do':
    case 'all':
    case 'than':
      break;
  }
}

/** "by month and customer", but not "by month and the margin". */
function groupsMore(state: ParserState): boolean {
  const after = nextSolid(state, state.at + 2)?.segment;
  return moreToCome(state) && after?.kind === 'element' && !isNumeric(state, after.mention);
}

/** «المبيعات للمتر المربع»: per square metre. */
function perUnit(state: ParserState): boolean {
  const next = state.segments[state.at + 1];
  return (
    /^لل/.test(typedAt(state, state.at)) &&
    next?.kind === 'element' &&
    !isTable(next.mention) &&
    isNumeric(state, next.mention) &&
    state.frame.projections.some(({ mention }) => mention !== null && isFigure(mention))
  );
}

function elementAhead(state: ParserState): boolean {
  const next = nextSolid(state, state.at + 1);
  return next?.segment.kind === 'element' || next?.segment.kind === 'value';
}

/** "sorted by their frequency": by the number of rows per line. */
function orderByCount(state: ParserState): void {
  const { orders } = state.frame;
  const placeholder = orders.at(-1);
  const descending = placeholder?.mention === null && !placeholder.count ? (orders.pop()?.descending ?? false) : false;
  orders.push({ mention: null, aggregate: null, count: true, descending });
}

function groupAhead(state: ParserState): boolean {
  const next = keywordAt(state, state.at + 1);
  return next?.key === 'by' || next?.key === 'per' || next?.key === 'each';
}

/** "sales averaged by region": the aggregate comes after its column. */
function aggregateLast(state: ParserState, fn: AggregateFunction): boolean {
  const { projections } = state.frame;
  const last = projections.at(-1);
  if (last === undefined || last.kind !== 'element' || last.aggregate !== null || last.mention === null || !isNumeric(state, last.mention))
    return false;
  projections[projections.length - 1] = { ...last, aggregate: fn };
  return true;
}

function picksRow(state: ParserState): boolean {
  for (let at = state.at - 1; at >= 0; at--) {
    const keyword = keywordAt(state, at);
    if (keyword?.key === 'the') continue;
    return keyword?.key === 'have' || keyword?.key === 'with' || keyword?.key === 'whose';
  }
  return false;
}

function nextIsNumber(state: ParserState): boolean {
  return nextSolid(state, state.at + 1)?.segment.kind === 'number';
}
