import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import { keywordAt, type ParserState } from './parser-state.ts';
import { project } from './project.ts';
import type { Mention } from './segment.ts';
import { thingOf } from './thing-of.ts';

/** Candidates this close to the best may be what was meant. */
const NEAR = 0.1;
const WE = /^(we|you|i|they)$/i;
const DOER = /(ers?|ors?|sales)$/i;

/** "products never sold": what did not happen is a sale, and not somebody who sells. */
export function whatHappened(state: ParserState, mention: Mention): Mention {
  const [top] = mention.elements;
  // «كم المستهدف» asks for the figure, though a table is called so too.
  const much = keywordAt(state, state.at - 1)?.key === 'howMuch' && top?.ref.kind === 'table';
  const amount = much ? mention.elements.find(({ ref, score }) => ref.kind === 'metric' && score >= OWN_NAME - NEAR) : undefined;
  if (amount !== undefined) return { ...mention, elements: [{ ...amount, score: OWN_NAME }] };
  if (DOER.test(mention.text) || top?.ref.kind !== 'table' || top.score >= OWN_NAME) return mention;
  const { table } = top.ref;
  const figure = mention.elements.find(
    ({ ref, score }) => ref.kind === 'metric' && score >= top.score - NEAR && tableOf(state.prepared, ref.metric) !== table,
  );
  if (figure === undefined) return mention;
  const before = keywordAt(state, state.at - 1);
  const told = { ...mention, elements: [{ ...figure, score: OWN_NAME }] };
  if (before?.key === 'not' && !/\bno$/i.test(state.segments[state.at - 1]?.text ?? '')) return told;
  // "how much did we sell"
  const asked = state.segments.slice(0, state.at).some(({ text }) => /^(do|does|did)$/i.test(text));
  if (asked || WE.test(state.segments[state.at - 1]?.text ?? '')) return told;
  // "who sold the most" asks for who sells.
  if (before?.key === 'who' && state.frame.projections.length === 0) {
    project(state, { ...thingOf(mention, table), elements: [{ ...top, score: OWN_NAME }] });
    return told;
  }
  const listed = state.frame.projections.at(-1);
  // "employees who sold more than 100", "who sold most"
  const next = keywordAt(state, state.at + 1)?.key;
  const bounded = next === 'compare' && state.segments[state.at + 2]?.kind === 'number';
  if (listed?.kind === 'entity' && (bounded || next === 'superlative')) return told;
  // "employees who sold in 2025" are not just those of 2025.
  if (listed?.kind === 'entity' && listed.mention?.elements[0]?.ref.table === table)
    state.frame.doubts.push(`what "${mention.text}" tells of them`, 'what they did');
  return mention;
}

function tableOf({ model, tableIndex }: PreparedModel, metric: number): number | undefined {
  return tableIndex(model.metrics[metric]?.table ?? '');
}
