import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Segment } from './segment.ts';
import type { Token } from './token.ts';

/** "how many units did we sell" is said as "how many units sold", where a figure is called so. */
export function whatWeDid(segments: readonly Segment[], tokens: readonly Token[], lexicon: Lexicon): Segment[] {
  const at = segments.findIndex((segment, index) => asks(segment, segments[index + 1]) && done(segments, index + 1) !== null);
  const things = segments[at + 1];
  const verb = at < 0 ? null : done(segments, at + 1);
  if (things === undefined || verb === null) return [...segments];
  const run = [...tokens.slice(things.start, things.end), ...tokens.slice(verb.segment.start, verb.segment.end)];
  const elements = lexicon.elements(
    run.map(({ stem }) => stem),
    run.map(({ norm }) => norm),
  );
  const [top] = elements;
  if (top?.ref.kind !== 'metric' || top.score < NEARLY) return [...segments];
  const { start, end } = things;
  const text = run.map((token) => token.text).join(' ');
  const figure: Segment = {
    kind: 'element',
    start,
    end,
    text,
    mention: { id: start, text, start, end, elements: [{ ...top, score: 1 }], values: [] },
  };
  return [...segments.slice(0, at + 1), figure, ...segments.slice(verb.at + 1)];
}

const NEARLY = 0.9;

const asks = (segment: Segment, things: Segment | undefined) =>
  segment.kind === 'keyword' && segment.keyword.key === 'count' && (things?.kind === 'element' || things?.kind === 'word');

/** The verb behind "did we". */
function done(segments: readonly Segment[], things: number): { readonly segment: Segment; readonly at: number } | null {
  const [aux, who, verb] = segments.slice(things + 1, things + 4);
  const asked = /^(do|did|have)$/i.test(aux?.text ?? '') && who?.kind === 'keyword' && /^(we|they|i|you)$/i.test(who.text);
  return asked && verb?.kind === 'element' ? { segment: verb, at: things + 3 } : null;
}
