import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame, GroupKey, Projection } from '../parse/frame.ts';
import type { Mention } from '../parse/segment.ts';
import type { Token } from '../parse/token.ts';
import type { PeriodGrain } from '../plan.ts';

const MOST_WORDS = 9;

/** The words without marks; `short` enough to go on from others. */
export function spoken(tokens: readonly Token[]): { readonly text: string; readonly short: boolean } {
  const words = tokens.filter((token) => token.kind !== 'mark');
  return { text: words.map((token) => token.norm).join(' '), short: words.length <= MOST_WORDS };
}

/** What is said around a change. */
export const FILLS = /^(add|adds|about|instead|same|now|then|compared|break|down|it|that|those|too)$/i;
/** "order by" sorts; "per order" does not. */
export const SORTS = /\b(sort|sorted|ordered|ascending|descending)\b|\border (by|it|them|these|those|this|that|from)\b/;
export const TOTAL = /\b(total|overall)\b/;
/** "show it as a line chart", "as bars": all that is said is how. */
export const DRAWN_AS =
  /^((show|draw|plot|display|make|give) )?((me|it|them|this|that|the same) )*(as|in) (an? )?(\w+ ){0,2}(charts?|graphs?|plots?|bars|lines|tables?|heatmap)$/;
/** "which one grew the most" is about one of them. */
export const PICKS = /\b(which|who|how many|how much|most|least|fastest|slowest)\b/;
/** "and Riyadh" is Riyadh besides; "what about Riyadh" and "and in Riyadh" may be instead. */
export const ADDS = /^(and|also|add|include|plus) (?!what\b|how\b|in\b|for\b|now\b|then\b)|\b(too|also|as well)$/;
/** "add the target" asks for what is not there yet. */
export const BESIDES = /^((and|also|please) )?(add|include|plus|with|و?اضف|و?اضيف)(?= (?!which\b|what\b))/;
/** "top 5", "lowest 3 branches" */
export const CUTS = /\b(top|best|highest|bottom|lowest|worst|first)\s+(\d+)\b/;
/** What is told of the things before; «هامشها» has it as its ending, which no word with an article bears. */
export const OF_THEM = /\b(their|its|of (them|these|those))\b|(?<!\p{L})(?!و?[بلك]?ال)\p{Script=Arabic}{3,}(ها|هم|هن)(?!\p{L})/u;
const LED_BY = /^(and |also )?(by|per)\b/;
const DIVIDED = /\bdivided?\b/;
const HOW_MANY = /^(and |but )?how many (of (them|these|those|the) )?(are|is|were|was|have|has|had|did)?\b/;
const UNIT = /\b(years?|quarters?|months?|weeks?|days?|yearly|annual|quarterly|monthly|weekly|daily)\b/;

/** "how many are corporate?": of the rows before, that much is told of them. */
export function asksHowMany(text: string, { projections, anchors, conditions, groups }: Frame): boolean {
  const unnamed = projections.every(({ kind, mention }) => kind === 'count' && mention === null) && anchors.length === 0;
  return HOW_MANY.test(text) && unnamed && groups.length === 0 && conditions.length > 0;
}

/** "this month vs last month", "the last 30 days against the 30 days before": two periods, and nothing that is told of them. */
export function asksSides({ compared, projections, anchors, conditions, sides }: Frame): boolean {
  const periods = conditions.length === (sides === null ? 2 : 1) && conditions.every(({ kind, negated }) => kind === 'period' && !negated);
  return (
    compared && periods && anchors.length === 0 && projections.every(({ mention, aggregate }) => mention === null && aggregate === null)
  );
}

/** "by number of orders", "add the target": a figure beside the one before, or to sort by. */
export function asksFigureBeside(text: string, frame: Frame): boolean {
  const asksOnly = frame.projections.every(isFigure) && frame.groups.length === 0;
  return asksFigure(frame) && (BESIDES.test(text) || (LED_BY.test(text) && asksOnly));
}

/** "per square metre", "divided by orders": the figure over another; `rows` is the table that it is of, which is told apart by its own. */
export function asksRatio(text: string, { groups }: Frame, rows: number | undefined, { tables }: PreparedModel): boolean {
  const measures = ({ mention, divides }: GroupKey) => {
    const ref = mention?.elements[0]?.ref;
    const column = ref?.kind === 'column' && ref.table !== rows ? tables[ref.table]?.columns[ref.column] : undefined;
    return divides === true && column?.type === 'number' && column.key === null && !column.identifier && !column.yearLike;
  };
  return DIVIDED.test(text) || groups.some(measures);
}

/** What is asked for is worked out. */
export function asksFigure({ projections }: Frame): boolean {
  return projections.some(isFigure);
}

function isFigure({ kind, aggregate, mention }: Projection): boolean {
  return kind === 'count' || aggregate !== null || isMetric(mention);
}

export function isMetric(mention: Mention | null): boolean {
  return mention?.elements[0]?.ref.kind === 'metric';
}

/** "and gross margin?" */
export function replacingMetric({ projections, growth }: Frame): number | null {
  const [only, ...others] = projections;
  const ref = only?.mention?.elements[0]?.ref;
  return others.length === 0 && growth === null && only?.aggregate === null && ref?.kind === 'metric' ? ref.metric : null;
}

/** "number of orders", "profit?": a figure and nothing else, of what was spoken of before. */
export function isBareFigure(text: string, frame: Frame): boolean {
  const { projections, anchors, conditions, groups, orders, unread, growth } = frame;
  const [only, ...others] = projections;
  const alone = [others, anchors, conditions, groups, orders, unread].every(({ length }) => length === 0) && growth === null;
  const figure = only?.kind === 'count' || (only?.aggregate === null && isMetric(only.mention));
  return (
    alone && figure && !WHOLE.test(text) && !/\b(total|overall|all|ever|company|we|do|does|did|have|has|are|is|what|show)\b/.test(text)
  );
}

/** "how many orders are there" asks for itself. */
const WHOLE = /^how many( \S+){3,}$/;

/** "and the number of orders?": the table whose rows are counted. */
export function replacingCount(text: string, frame: Frame): number | null {
  const ref = onlyThing(text, frame)?.elements[0]?.ref;
  return frame.projections.some(({ kind }) => kind === 'count') && ref?.kind === 'table' ? ref.table : null;
}

/** "what about customers?": how many there are, or the figures by each of them? The words for them; null when nothing is open. */
export function openAbout(tokens: readonly Token[], frame: Frame): string | null {
  const { text } = spoken(tokens);
  const mention = /^(and )?(what|how) about\b/.test(text) ? onlyThing(text, frame) : null;
  return mention?.elements[0]?.ref.kind === 'table' ? mention.text : null;
}

function onlyThing(text: string, { projections, anchors, groups, conditions, growth }: Frame): Mention | null {
  const [only, ...others] = [...projections.map(({ mention }) => mention), ...anchors];
  const alone = others.length === 0 && groups.length === 0 && conditions.length === 0 && growth === null;
  return alone && !/\b(by|per|each)\b/.test(text) ? (only ?? null) : null;
}

/** "top 5 customers": what the first few are of, when it is said. */
export function rankedOf({ projections }: Frame): Mention[] {
  return projections.flatMap((projection) => (isFigure(projection) || projection.mention === null ? [] : [projection.mention]));
}

/** What figures are to be broken down by, as it was said; the first few of something are told apart by it where there are `figures`. */
export function groupsOf(frame: Frame, text: string, figures: boolean): { mention: Mention | null; grain: PeriodGrain | null }[] {
  if (SORTS.test(text)) return [];
  // What growth and running totals go by when nothing was said is left to the plan before.
  const { growth, running } = frame;
  const unsaid = (grain: PeriodGrain | null) =>
    grain !== null && (growth !== null || running) && (!UNIT.test(text) || grain === growth?.over);
  const groups = frame.groups.filter(({ grain }) => !unsaid(grain)).map(({ mention, grain }) => ({ mention, grain }));
  const spoken = /\b(by|per|each)\b/.test(text)
    ? frame.projections.filter((projection) => projection.kind !== 'count' && projection.aggregate === null)
    : [];
  const ranked = figures && spoken.length === 0 && CUTS.test(text) ? rankedOf(frame) : [];
  const ordered = frame.orders.filter((order) => order.mention !== null && /\bby\b/.test(text));
  return [
    ...groups,
    ...spoken.map(({ mention }) => ({ mention, grain: null })),
    ...ranked.map((mention) => ({ mention, grain: null })),
    ...ordered.map(({ mention }) => ({ mention, grain: null })),
  ];
}
