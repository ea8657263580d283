import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Condition, Frame } from './frame.ts';
import type { Keyword } from './keyword.ts';
import { dateColumnOf } from './metric-time.ts';
import { isFigure } from './parser-state.ts';
import type { Mention, Segment } from './segment.ts';

/** "branches that exceeded their target", where the layer says of a row that it is above the amount which the figure adds up. */
export function settleAgainstFigure(frame: Frame, segments: readonly Segment[], prepared: PreparedModel): void {
  if (frame.conditions.some(({ kind }) => kind !== 'period' && kind !== 'value')) return;
  const solid = segments.filter((segment) => !SMALL.has(keyOf(segment) ?? ''));
  const at = solid.findIndex((segment) => segment.kind === 'keyword' && segment.keyword.key === 'compare');
  const [said, figure] = solid.slice(at, at + 2);
  if (at < 1 || said?.kind !== 'keyword' || said.keyword.key !== 'compare' || figure?.kind !== 'element' || !isFigure(figure.mention))
    return;
  if (keyOf(solid[at - 1]) === 'not') return;
  const lhs = conditionOn(figure.mention, said.keyword.operator.startsWith('>') ? '>' : '<', prepared);
  if (lhs === null) return;
  const reached: Condition = {
    kind: 'compare',
    lhs,
    operator: '=',
    value: 1,
    flipDates: false,
    connector: 'and',
    negated: false,
    both: false,
  };
  frame.projections = frame.projections.filter(({ mention }) => mention?.start !== figure.mention.start);
  // The figure tells the time, and nothing else that has a date.
  const own = ownDate(figure.mention, prepared);
  const timed = frame.conditions.map((condition) =>
    condition.kind === 'period' && own !== null && (condition.lhs === null || condition.lhs.id < 0)
      ? { ...condition, lhs: own }
      : condition,
  );
  frame.conditions = [...timed, reached];
  frame.doubts = frame.doubts.filter((text) => text !== 'a comparison with nothing');
}

/** The date that the layer counts the figure by. */
function ownDate(figure: Mention, prepared: PreparedModel): Mention | null {
  const ref = figure.elements[0]?.ref;
  const metric = ref?.kind === 'metric' ? prepared.model.metrics[ref.metric] : undefined;
  const date = metric === undefined ? null : dateColumnOf(metric, prepared);
  return date === null ? null : { ...figure, id: figure.id + DATE_IDS, elements: [date] };
}

const SMALL = new Set<string>(['the', 'their', 'be', 'that', 'have']);

function conditionOn(figure: Mention, direction: '<' | '>', { model, tables, tableIndex }: PreparedModel): Mention | null {
  const ref = figure.elements[0]?.ref;
  const metric = ref?.kind === 'metric' ? model.metrics[ref.metric] : undefined;
  const amount = /^\s*SUM\(\s*(\{[^{}]+\})\s*\)\s*$/i.exec(metric?.expression ?? '')?.[1];
  const table = metric === undefined ? undefined : tableIndex(metric.table);
  if (amount === undefined || table === undefined) return null;
  const column = tables[table]?.columns.find(({ column: { computed } }) => {
    const sides = computed?.from === 'condition' ? /^\s*\{[^{}]+\}\s*([<>])=?\s*(\{[^{}]+\})\s*$/.exec(computed.expression) : null;
    return sides?.[1] === direction && sides[2] === amount;
  });
  return column === undefined
    ? null
    : {
        ...figure,
        id: figure.id + CONDITION_IDS,
        elements: [{ ref: { kind: 'column', table, column: column.index }, score: 1, withTable: false }],
      };
}

/** Beyond the ids of spoken mentions, which are places in the question. */
const CONDITION_IDS = 6_000_000;
const DATE_IDS = 4_000_000;

function keyOf(segment: Segment | undefined): Keyword['key'] | null {
  return segment?.kind === 'keyword' ? segment.keyword.key : null;
}
