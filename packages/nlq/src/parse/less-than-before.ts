import { OWN_NAME } from '../lexicon/lexicon.ts';
import { type CalendarUnit, moveBy } from '../time/calendar.ts';
import type { Condition, Frame, Projection } from './frame.ts';
import { isFigure } from './parser-state.ts';
import type { Mention, Segment } from './segment.ts';

type PeriodCondition = Extract<Condition, { kind: 'period' }>;

const FELL = /^(fell|fallen|decreased|declined|dropped|shrank|انخفضت|تراجعت|انخفض|تراجع|قلت)$/i;
const ROSE = /^(rose|risen|increased|climbed|ارتفعت|زادت|ارتفع|زاد)$/i;

/** Other forms of these: "did sales fall", "are sales rising". */
const CHANGES = /^(falls?|falling|decreas(es?|ing)|declin(es?|ing)|drops?|dropping|shrinks?|ris(es?|ing)|increas(es?|ing)|climbs?)$/i;

/** "branches that sold less in 2025 than in 2024", "whose sales fell from 2024 to 2025": those whose figure is less in one of two periods. */
export function settleLessThanBefore(frame: Frame, segments: readonly Segment[]): void {
  if (heldAgainstBefore(frame, segments)) return;
  const change = segments.find(saysChange);
  // What is shown of one period does not tell whether it fell.
  if (change !== undefined) frame.doubts.push('a change against what', `"${change.text}" left out`);
}

function saysChange(segment: Segment): boolean {
  const known = segment.kind === 'element' && (segment.mention.elements[0]?.score ?? 0) >= OWN_NAME;
  return !known && [FELL, ROSE, CHANGES].some((word) => word.test(segment.text)) && (segment.kind === 'word' || segment.kind === 'element');
}

/** False when nothing was told of two periods. */
function heldAgainstBefore(frame: Frame, segments: readonly Segment[]): boolean {
  const periods = frame.conditions.filter((condition): condition is PeriodCondition => condition.kind === 'period');
  const [first] = periods;
  const thing = frame.projections.find(({ kind }) => kind === 'entity');
  const said = saidLess(segments, periods) ?? saidFell(segments, periods);
  if (said === null || first === undefined || thing?.mention == null || frame.groups.length + frame.orders.length > 0) return false;
  if (frame.conditions.some(({ kind }) => !/^(period|value|exists)$/.test(kind))) return false;
  if (periods.some(({ negated, connector }) => negated || connector === 'or')) return false;
  const figure = figureOf(frame, thing);
  if (figure === null) return false;
  frame.sides = { from: said.from, at: said.at, to: said.to };
  frame.later = said.later;
  frame.projections = [{ kind: 'element', mention: figure, aggregate: null, distinct: false, anchor: null }];
  frame.groups = [{ mention: thing.mention, grain: null }];
  frame.anchors = [];
  frame.unread = frame.unread.filter((word) => word !== said.word);
  frame.verbs = frame.verbs.filter((word) => word !== said.word);
  frame.doubts = frame.doubts.filter((text) => text !== `"${said.word}" unknown` && text !== 'a comparison with nothing');
  const both = { ...first, period: { ...first.period, from: said.from, to: said.to, year: null } };
  frame.conditions = [both, ...frame.conditions.filter(({ kind }) => kind !== 'period')];
  return true;
}

interface Said {
  readonly from: string;
  readonly at: string;
  readonly to: string;
  readonly later: '<' | '>';
  readonly word: string;
}

/** "less in 2025 than in 2024". */
function saidLess(segments: readonly Segment[], [first, second, ...more]: readonly PeriodCondition[]): Said | null {
  const less = segments.find((segment) => segment.kind === 'keyword' && segment.keyword.key === 'compare');
  const than = segments.some((segment) => segment.kind === 'keyword' && segment.keyword.key === 'than');
  if (less?.kind !== 'keyword' || less.keyword.key !== 'compare' || !than || first === undefined || second === undefined || more.length > 0)
    return null;
  if (less.keyword.operator !== '<' && less.keyword.operator !== '>') return null;
  const late = (first.period.from ?? '') > (second.period.from ?? '');
  const [early, after] = late ? [second.period, first.period] : [first.period, second.period];
  if (early.from === null || early.to === null || after.to === null || early.to !== after.from) return null;
  const later = late === (less.keyword.operator === '<') ? '<' : '>';
  return { from: early.from, at: early.to, to: after.to, later, word: less.text };
}

/** "fell from 2024 to 2025": two periods of one kind; "fell in 2025": against the one before. */
function saidFell(segments: readonly Segment[], [only, ...more]: readonly PeriodCondition[]): Said | null {
  const word = segments.find((segment) => segment.kind === 'word' && (FELL.test(segment.text) || ROSE.test(segment.text)))?.text;
  const { from = null, to = null, unit } = only?.period ?? {};
  if (word === undefined || more.length > 0 || from === null || to === null || unit === undefined || unit === 'half') return null;
  const later = FELL.test(word) ? '<' : '>';
  const next = moveBy(unit satisfies CalendarUnit, from, 1);
  if (next === to) return { from: moveBy(unit, from, -1), at: from, to, later, word };
  return moveBy(unit, next, 1) === to ? { from, at: next, to, later, word } : null;
}

/** The figure that was named, or that the verb tells of: "sold". */
function figureOf({ projections, anchors, conditions }: Frame, thing: Projection): Mention | null {
  const others = projections.filter((projection) => projection !== thing);
  const [named] = others;
  if (others.length > 1) return null;
  if (named?.mention != null) return isFigure(named.mention) && named.aggregate === null ? named.mention : null;
  const [verb] = [...anchors, ...conditions.flatMap((condition) => (condition.kind === 'exists' ? [condition.mention] : []))];
  const [top] = verb?.elements ?? [];
  const figure = verb?.elements.find(({ ref, score }) => ref.kind === 'metric' && score >= (top?.score ?? 1) - NEAR);
  return verb === undefined || figure === undefined ? null : { ...verb, elements: [{ ...figure, score: 1 }] };
}

const NEAR = 0.1;
