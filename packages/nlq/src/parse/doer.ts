import { type ElementCandidate, type Lexicon, OWN_NAME } from '../lexicon/lexicon.ts';
import type { Condition, Frame, Projection } from './frame.ts';
import type { Mention } from './segment.ts';
import type { Token } from './token.ts';

export type PeriodCondition = Extract<Condition, { kind: 'period' }>;

/** Who it is said of, and the rows that tell what they did. */
export interface Doer {
  readonly thing: Projection;
  readonly event: Mention;
}

export function doerOf(frame: Frame, within: PeriodCondition | null, tokens: readonly Token[], lexicon: Lexicon): Doer | null {
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
  const said = exists?.kind === 'exists' && !exists.negated ? exists.mention : exists === undefined ? (within?.lhs ?? null) : null;
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

/** It was done, in that period if there is one. */
export function didIn({ event }: Doer, period: PeriodCondition | null, date: Mention | null): Condition {
  return {
    kind: 'exists',
    mention: { ...event, id: event.id + EVENT_IDS, values: [] },
    inner: period === null ? [] : [{ ...period, lhs: date, negated: false, connector: 'and' }],
    connector: 'and',
    negated: false,
    both: false,
  };
}

/** Beyond the ids of spoken mentions, which are places in the question. */
const EVENT_IDS = 5_000_000;
