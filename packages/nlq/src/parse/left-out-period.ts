import { type ElementCandidate, type Lexicon, OWN_NAME } from '../lexicon/lexicon.ts';
import type { Condition, Frame, Projection } from './frame.ts';
import type { Mention, Segment } from './segment.ts';
import type { Token } from './token.ts';

type PeriodCondition = Extract<Condition, { kind: 'period' }>;

/**
 * "bought in 2024 but not in 2025" is said of who bought, not of one purchase, which is never in both: things with a row in the one
 * period and none in the other. What else is said leaves open of which purchase, and is doubted.
 */
export function settleLeftOutPeriod(frame: Frame, segments: readonly Segment[], tokens: readonly Token[], lexicon: Lexicon): void {
  const periods = frame.conditions.filter((condition): condition is PeriodCondition => condition.kind === 'period');
  const [within, ...more] = periods.filter(({ negated }) => !negated);
  const [without, ...others] = periods.filter(({ negated }) => negated);
  if (within === undefined || without === undefined || !isApart(within, without)) return;
  const doer = more.length + others.length > 0 ? null : doerOf(frame, within, tokens, lexicon);
  const date = [within.lhs, without.lhs].find((mention) => mention !== null && mention.id < 0) ?? null;
  if (doer === null || date === null) {
    frame.doubts.push('a period left out beside another', 'of who did it');
    return;
  }
  const event: Mention = { ...doer.event, id: doer.event.id + EVENT_IDS, values: [] };
  const happened = (period: PeriodCondition, negated: boolean): Condition => ({
    kind: 'exists',
    mention: event,
    inner: [{ ...period, lhs: date, negated: false, connector: 'and' }],
    connector: 'and',
    negated,
    both: false,
  });
  const again = verbAgain(segments, without, doer.event.text);
  frame.unread = frame.unread.filter((word) => word !== again);
  frame.doubts = frame.doubts.filter((text) => text !== `"${again}" unknown`);
  const counts = segments.some((segment) => segment.kind === 'keyword' && segment.keyword.key === 'count');
  frame.projections = [counts ? { ...doer.thing, kind: 'count' } : doer.thing];
  frame.anchors = [];
  frame.conditions = [happened(within, false), happened(without, true)];
}

/** Beyond the ids of spoken mentions, which are places in the question. */
const EVENT_IDS = 2_000_000;

/** Who it is said of, and the rows that tell what they did. */
interface Doer {
  readonly thing: Projection;
  readonly event: Mention;
}

function doerOf(frame: Frame, within: PeriodCondition, tokens: readonly Token[], lexicon: Lexicon): Doer | null {
  const [shown, ...more] = frame.projections;
  const mention = shown?.mention ?? null;
  if (shown === undefined || mention === null || more.length > 0 || frame.groups.length > 0 || frame.orders.length > 0) return null;
  const rest = frame.conditions.filter(({ kind }) => kind !== 'period');
  const [exists] = rest;
  if (shown.kind === 'element' && rest.length === 0) {
    const figure = mention.elements.find(({ ref, score }) => ref.kind === 'metric' && score >= NEARLY);
    const thing = firstWordTable(mention, tokens, lexicon);
    return figure === undefined || thing === null ? null : { thing: entityOf(shown, mention, thing), event: of(mention, figure) };
  }
  if (shown.kind !== 'entity' || mention.elements[0]?.ref.kind !== 'table' || rest.length > 1) return null;
  const said = exists?.kind === 'exists' && !exists.negated ? exists.mention : exists === undefined ? within.lhs : null;
  const event = said === null || said.id < 0 ? undefined : eventIn(said);
  return said === null || event === undefined ? null : { thing: shown, event: of(said, event) };
}

/** What a verb tells of: the table of that name, or the figure before somebody who does it. */
function eventIn({ elements }: Mention): ElementCandidate | undefined {
  const [top] = elements;
  if (top?.ref.kind === 'table' && top.score >= OWN_NAME) return top;
  return elements.find(({ ref, score }) => ref.kind === 'metric' && score >= (top?.score ?? 0) - NEAR && score >= NEARLY - NEAR);
}

/** "products sold": the things a figure is of stand first in its name. */
function firstWordTable({ start }: Mention, tokens: readonly Token[], lexicon: Lexicon): ElementCandidate | null {
  const word = tokens[start];
  const [top] = word === undefined ? [] : lexicon.elements([word.stem], [word.norm]);
  return top?.ref.kind === 'table' && top.score >= OWN_NAME ? top : null;
}

const NEARLY = 0.9;
const NEAR = 0.1;

const of = (mention: Mention, element: ElementCandidate): Mention => ({ ...mention, elements: [{ ...element, score: 1 }] });
const entityOf = (shown: Projection, mention: Mention, table: ElementCandidate): Projection => ({
  ...shown,
  kind: 'entity',
  mention: of(mention, table),
  aggregate: null,
});

/** «اشتروا في 2024 ولم يشتروا في 2025»: another form of the verb, said again. */
function verbAgain(segments: readonly Segment[], { period }: PeriodCondition, said: string): string | null {
  const at = segments.findIndex((segment) => segment.kind === 'period' && segment.period === period);
  const [not, verb] = segments.slice(at - 2, at);
  if (not?.kind !== 'keyword' || not.keyword.key !== 'not' || verb?.kind !== 'word') return null;
  const stem = verb.text.slice(1);
  return stem.length >= SHORTEST_STEM && said.includes(stem) ? verb.text : null;
}

const SHORTEST_STEM = 4;

export function isApart({ period: a }: PeriodCondition, { period: b }: PeriodCondition): boolean {
  return (a.to !== null && b.from !== null && a.to <= b.from) || (b.to !== null && a.from !== null && b.to <= a.from);
}
