import { addsUp } from '../lexicon/additive.ts';
import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame, Projection } from './frame.ts';
import { isFigure } from './parser-state.ts';
import type { Mention, Segment } from './segment.ts';

/** "sales per order", "gross margin divided by sales", "ratio of profit to sales": one figure over another, or over things. */
export function settleRatio(frame: Frame, segments: readonly Segment[], prepared: PreparedModel): void {
  const [figure] = frame.projections.filter(({ kind, mention }) => kind === 'element' && mention !== null && isFigure(mention));
  if (figure?.mention == null) {
    if (segments.some((segment, at) => dividesTables(segment, segments[at + 1])))
      frame.doubts.push('a number over another', 'divided by what');
    return;
  }
  // "margin per unit", where the margin is a part of the sales already.
  const divided = frame.groups.some(({ divides, mention }) => divides === true && mention !== null && !isThing(mention));
  if ((divided || dividedBy(segments, figure.mention) !== null) && !sums(figure.mention, prepared))
    frame.doubts.push('a ratio over something else', 'divided twice');
  const said = dividedBy(segments, figure.mention);
  const over = said === null ? perThing(frame, figure, prepared) : said.over;
  if (over === null) return;
  const others = frame.projections.filter(({ mention }) => mention !== figure.mention && mention !== over);
  if (others.length > 0) return;
  frame.projections = [{ ...figure, aggregate: figure.aggregate === 'avg' ? null : figure.aggregate, anchor: null }];
  frame.groups = frame.groups.filter(({ mention }) => mention !== over);
  frame.anchors = frame.anchors.filter((mention) => mention !== over);
  if (said?.word != null) {
    frame.doubts = frame.doubts.filter((text) => text !== said.word);
    frame.unread = frame.unread.filter((text) => text !== said.word);
    frame.share = false;
  }
  frame.over = { ...over, elements: meant(over) };
}

interface Divided {
  readonly over: Mention;
  /** The word that says so beside them, such as "ratio of". */
  readonly word: string | null;
}

/** What was said to divide the figure. */
function dividedBy(segments: readonly Segment[], figure: Mention): Divided | null {
  const solid = segments.filter((segment) => !(segment.kind === 'keyword' && /^(the|count)$/.test(segment.keyword.key)));
  const at = solid.findIndex((segment) => segment.kind === 'element' && segment.mention === figure);
  const [tie, over] = solid.slice(at + 1, at + 3);
  if (at < 0 || tie?.kind !== 'keyword' || over?.kind !== 'element' || !isOver(over)) return null;
  if (/^(divided by|\/|مقسوم)/i.test(tie.text)) return { over: over.mention, word: null };
  if (tie.keyword.key === 'share') return isFigure(over.mention) ? { over: over.mention, word: tie.text } : null;
  if (!['to', 'and', 'versus'].includes(tie.keyword.key)) return null;
  const ratio = [solid[at - 1], solid[at + 3]].find(
    (segment) =>
      segment?.kind === 'keyword' && (segment.keyword.key === 'ratio' || (segment.keyword.key === 'share' && isFigure(over.mention))),
  );
  return ratio === undefined ? null : { over: over.mention, word: ratio.text };
}

/** "orders / customers", "orders divided by customers". */
function dividesTables(tie: Segment, over: Segment | undefined): boolean {
  return tie.kind === 'keyword' && /^(divided by|\/)$/i.test(tie.text) && over?.kind === 'element' && isOver(over);
}

const isThing = ({ elements: [top] }: Mention) => top?.ref.kind === 'table' && top.score >= OWN_NAME;

/** "divided by region" tells regions apart; "divided by orders" and by a figure divide. */
function isOver(segment: Segment & { readonly kind: 'element' }): boolean {
  const [top] = meant(segment.mention);
  return top?.ref.kind === 'metric' || (top?.ref.kind === 'table' && /(s|ات|عدد .*)$/i.test(segment.text));
}

/** "sales per order", where an order has no name to be shown by; "average sales per customer". */
function perThing({ groups }: Frame, { mention, aggregate }: Projection, prepared: PreparedModel): Mention | null {
  // "average monthly sales per branch" is of the months.
  if (groups.some(({ grain }) => grain !== null)) return null;
  const [per, ...more] = groups.filter(({ divides }) => divides === true);
  const [table] = per?.mention == null ? [] : meant(per.mention);
  if (per === undefined || more.length > 0 || table?.ref.kind !== 'table' || !sums(mention, prepared)) return null;
  const named = prepared.tables[table.ref.table]?.named === true;
  return aggregate === 'avg' || (aggregate === null && !named) ? per.mention : null;
}

export function sums(mention: Mention | null, { model }: PreparedModel): boolean {
  const ref = mention?.elements[0]?.ref;
  return ref?.kind === 'metric' && addsUp(model.metrics[ref.metric]?.expression ?? '');
}

/** The figures and tables of exactly that name. */
function meant({ elements }: Mention): Mention['elements'] {
  const named = elements.filter(({ ref, score }) => ref.kind !== 'column' && score >= OWN_NAME);
  const figures = named.filter(({ ref }) => ref.kind === 'metric');
  return figures.length > 0 ? figures : named;
}
