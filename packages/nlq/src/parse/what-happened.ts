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
  const before = keywordAt(state, state.at - 1);
  if (before?.key !== 'not' || /\bno$/i.test(state.segments[state.at - 1]?.text ?? '') || DOER.test(mention.text)) return mention;
  if (top?.ref.kind !== 'table' || top.score >= OWN_NAME) return mention;
  const { table } = top.ref;
  const figures = mention.elements.filter(
    ({ ref, score }) => ref.kind === 'metric' && score >= top.score - NEAR && tableOf(state.prepared, ref.metric) !== table,
  );
  const [figure] = figures;
  return figure === undefined ? mention : { ...mention, elements: [{ ...figure, score: OWN_NAME }] };
}

function tableOf({ model, tableIndex }: PreparedModel, metric: number): number | undefined {
  return tableIndex(model.metrics[metric]?.table ?? '');
}
