import type { Language } from '@majed-vanna/contract';
import { type Assembled, assemble } from './assemble/assemble.ts';
import { type AssembleContext, CountedTwice, Unassemblable } from './assemble/context.ts';
import { ECHO } from './assemble/echo.ts';
import { heldAgainst } from './assemble/hold-against.ts';
import { createSourceNames, NotJoinable } from './assemble/scope.ts';
import type { JoinGraph } from './join/join-graph.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { PreparedModel } from './lexicon/prepared-model.ts';
import type { ValueIndex } from './lexicon/value-index.ts';
import { settleAgainstFigure } from './parse/against-figure.ts';
import { amountsLikeYears } from './parse/amounts-like-years.ts';
import { doubtApartValues } from './parse/apart-values.ts';
import { settleAverageOfMoments } from './parse/average-of-moments.ts';
import { bestMoment } from './parse/best-moment.ts';
import { compareSides } from './parse/compare-sides.ts';
import { joinCompounds } from './parse/compounds.ts';
import { settleConditionRows } from './parse/condition-rows.ts';
import { settleDidInBoth } from './parse/did-in-both.ts';
import { settleDivision } from './parse/division.ts';
import { doubtAsked } from './parse/doubt-asked.ts';
import type { Frame } from './parse/frame.ts';
import { fromTo } from './parse/from-to.ts';
import { settleGrowth } from './parse/growth.ts';
import { settleKindByValue } from './parse/kind-by-value.ts';
import { fillerTables, leftOut } from './parse/left-out.ts';
import { settleLeftOutPeriod } from './parse/left-out-period.ts';
import { settleLessThanBefore } from './parse/less-than-before.ts';
import { settleLoneAmount } from './parse/lone-amount.ts';
import type { MentionFactory } from './parse/mention.ts';
import { settleMetricTime } from './parse/metric-time.ts';
import { settleAverageCount, settleOwnAverage } from './parse/own-average.ts';
import { parseFrame } from './parse/parse-frame.ts';
import { settleRatio } from './parse/ratio.ts';
import { settleRunning } from './parse/running.ts';
import { settleSaidTwice } from './parse/said-twice.ts';
import type { Segment } from './parse/segment.ts';
import { type SegmentOptions, segmentQuestion } from './parse/segment-question.ts';
import { settleSeveral } from './parse/several-ranked.ts';
import { shapeVisual } from './parse/shape-visual.ts';
import { sidesOfOneKind } from './parse/sides-of-one-kind.ts';
import { correctSpelling } from './parse/spelling.ts';
import { settleTimes } from './parse/times.ts';
import type { Token } from './parse/token.ts';
import { whatWeDid } from './parse/what-we-did.ts';
import { settleWhoDid } from './parse/who-did.ts';
import type { QueryPlan } from './plan.ts';
import { type Resolution, resolveFrame } from './resolve/resolve.ts';

export interface Parts {
  readonly prepared: PreparedModel;
  readonly lexicon: Lexicon;
  readonly values: ValueIndex;
  readonly graph: JoinGraph;
  readonly mentions: MentionFactory;
}

/** One way to read a question, before it is weighed. */
export interface Draft {
  readonly frame: Frame;
  readonly segments: readonly Segment[];
  readonly tokens: readonly Token[];
  readonly resolution: Resolution;
  readonly assembled: Assembled;
  readonly doubts: readonly string[];
}

/** Tables that no join connects, and a sum that a join would count more than once. */
export type Obstacle = 'apart' | 'doubled';

export interface ReadQuestion {
  readonly drafts: readonly Draft[];
  readonly frame: Frame;
  readonly segments: readonly Segment[];
  /** Why the reading that fits the words best could not be put together. */
  readonly obstacle: Obstacle | null;
}

/** What "each" or a trailing condition was said to cover, when the person was asked. */
export type ScopeChoice = 'each' | 'common' | 'all' | 'last';

const MOST_DRAFTS = 6;
const ECHO_COST = 0.6;

/** All readings of a question that can be put together, best first. */
export function readQuestion(
  typed: readonly Token[],
  parts: Parts,
  periods: SegmentOptions['periods'],
  language: Language = 'en',
  scope: ScopeChoice | null = null,
): ReadQuestion {
  const tokens = correctSpelling(typed, parts);
  const cut = cutQuestion(tokens, parts, periods);
  const sides = sidesOfOneKind(whatWeDid(cut, tokens, parts.lexicon), tokens, parts.values);
  const segments = joinCompounds(bestMoment(fromTo(sides)));
  const frame = parseFrame(segments, parts.prepared, parts.mentions);
  settleKindByValue(frame, parts.prepared);
  doubtApartValues(frame, segments);
  settleTimes(frame, segments);
  settleSeveral(frame, tokens, parts.prepared);
  settleDivision(frame, segments, scope === 'common');
  settleLeftOutPeriod(frame, segments, tokens, parts.lexicon);
  settleDidInBoth(frame, segments, tokens, parts.lexicon);
  settleLessThanBefore(frame, segments);
  compareSides(frame);
  settleAgainstFigure(frame, segments, parts.prepared);
  settleWhoDid(frame, segments, tokens, parts);
  settleRatio(frame, segments, parts.prepared);
  settleOwnAverage(frame, segments);
  settleAverageCount(frame, segments);
  settleRunning(frame, parts.mentions, parts.prepared);
  settleGrowth(frame, parts.mentions, parts.prepared);
  shapeVisual(frame, parts.prepared, parts.mentions);
  settleLoneAmount(frame, parts.prepared);
  settleSaidTwice(frame, parts.prepared);
  settleMetricTime(frame, parts.prepared, tokens);
  settleAverageOfMoments(frame, segments, parts.prepared);
  settleConditionRows(frame, parts.prepared);
  doubtAsked(frame, segments, parts.prepared);
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  let obstacle: Obstacle | null = null;
  for (const resolution of resolveFrame(frame, parts.prepared, parts.graph)) {
    if (drafts.length >= MOST_DRAFTS) break;
    const doubts: string[] = [...frame.doubts];
    const context: AssembleContext = {
      prepared: parts.prepared,
      graph: parts.graph,
      frame,
      resolution,
      nameSource: createSourceNames(),
      doubts,
      language,
    };
    try {
      const assembled = withSides(assemble(context), frame, parts);
      const key = JSON.stringify(assembled.plan);
      if (seen.has(key)) continue;
      seen.add(key);
      const read = tablesOf(assembled.plan, parts.prepared);
      const lost = [...leftOut(frame, segments, read), ...fillerTables(segments, tokens, parts.lexicon, read)];
      doubts.push(...lost.map((text) => `"${text}" left out`));
      drafts.push({ frame, segments, tokens, resolution, assembled, doubts });
    } catch (error) {
      if (!(error instanceof Unassemblable || error instanceof NotJoinable)) throw error;
      if (drafts.length === 0) obstacle ??= error instanceof NotJoinable ? 'apart' : error instanceof CountedTwice ? 'doubled' : null;
    }
  }
  // An answer that only gives the question back stands behind all others that are not far-fetched.
  const standing = ({ doubts, resolution }: Draft) => resolution.score - (doubts.includes(ECHO) ? ECHO_COST : 0);
  drafts.sort((a, b) => standing(b) - standing(a));
  return { drafts, frame, segments, obstacle };
}

/** Numbers of a measured column look like years: such are no periods. */
function cutQuestion(tokens: readonly Token[], { lexicon, values, prepared }: Parts, periods: SegmentOptions['periods']): Segment[] {
  const cut = segmentQuestion(tokens, { lexicon, values, periods });
  const amounts = amountsLikeYears(cut, tokens, prepared);
  if (amounts.size === 0) return cut;
  return segmentQuestion(tokens, { lexicon, values, periods: periods.filter(({ start }) => !amounts.has(start)) });
}

/** @throws Unassemblable when the figure cannot be told for each side */
function withSides(assembled: Assembled, { sides, later }: Frame, { prepared }: Parts): Assembled {
  if (sides === null) return assembled;
  const plan = heldAgainst(assembled.plan, sides, prepared, later);
  if (plan === null) throw new Unassemblable('a comparison of no figure');
  return { ...assembled, plan };
}

/** Every table a plan reads, in its sub-plans too. */
function tablesOf(plan: QueryPlan, prepared: PreparedModel): Set<number> {
  const found = new Set<number>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (typeof value === 'object' && value !== null) {
      if ('schema' in value && 'table' in value && typeof value.table === 'string') {
        const index = prepared.tableIndex(`${value.schema}.${value.table}`) ?? prepared.tableIndex(value.table);
        if (index !== undefined) found.add(index);
      }
      for (const inner of Object.values(value)) walk(inner);
    }
  };
  walk(plan);
  return found;
}
