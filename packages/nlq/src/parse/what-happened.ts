import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import { keywordAt, type ParserState } from './parser-state.ts';
import type { Mention } from './segment.ts';

/** Candidates this close to the best may be what was meant. */
const NEAR = 0.1;
const DOER = /(s|er|or)$/i;

/** "products never sold": what did not happen is a sale, and not somebody who sells. */
export function whatHappened(state: ParserState, mention: Mention): Mention {
  const [top] = mention.elements;
  if (DOER.test(mention.text) || top?.ref.kind !== 'table' || top.score >= OWN_NAME) return mention;
  const { table } = top.ref;
  const figure = mention.elements.find(
    ({ ref, score }) => ref.kind === 'metric' && score >= top.score - NEAR && tableOf(state.prepared, ref.metric) !== table,
  );
  if (figure === undefined) return mention;
  const before = keywordAt(state, state.at - 1);
  if (before?.key === 'not' && !/\bno$/i.test(state.segments[state.at - 1]?.text ?? ''))
    return { ...mention, elements: [{ ...figure, score: OWN_NAME }] };
  // "employees who sold in 2025" are not just those of 2025.
  const listed = state.frame.projections.at(-1);
  if (listed?.kind === 'entity' && listed.mention?.elements[0]?.ref.table === table)
    state.frame.doubts.push(`what "${mention.text}" tells of them`, 'what they did');
  return mention;
}

function tableOf({ model, tableIndex }: PreparedModel, metric: number): number | undefined {
  return tableIndex(model.metrics[metric]?.table ?? '');
}
