import type { PreparedModel } from '../lexicon/prepared-model.ts';
import { stemOf } from '../lexicon/stem.ts';
import type { Frame } from './frame.ts';
import type { Segment } from './segment.ts';

type ElementSegment = Extract<Segment, { kind: 'element' }>;
type ValueSegment = Extract<Segment, { kind: 'value' }>;

/** From the smallest to the largest. */
const KINDS: readonly ReadonlySet<string>[] = [
  ['district', 'neighbourhood', 'neighborhood', 'حي'],
  ['city', 'town', 'village', 'municipality', 'مدينة', 'بلدة'],
  ['region', 'province', 'state', 'county', 'governorate', 'منطقة', 'محافظة', 'مقاطعة', 'إقليم'],
  ['country', 'nation', 'دولة'],
  ['continent', 'قارة'],
].map((words) => new Set(words.map(stemOf)));

/** "the Jeddah region", where Jeddah is known as a city only: what lies in the region around it, if there is one, is more than that. */
export function doubtPlaces(frame: Frame, segments: readonly Segment[], prepared: PreparedModel): void {
  for (const [at, segment] of segments.entries()) {
    if (segment.kind !== 'element') continue;
    const said = kindOf(segment.mention.text.split(' ').slice(-1));
    if (said < 0) continue;
    for (const value of valuesBeside(segments, at)) {
      if (!isSmaller(value, said, prepared)) continue;
      const text = wordsOf(segment, value);
      frame.unread.push(text);
      frame.doubts.push(`"${text}" unknown`, 'a place of a smaller kind');
    }
  }
}

/** "in Riyadh city and Makkah region": rows in both at once, or in either? */
export function doubtTwoKinds(frame: Frame, segments: readonly Segment[]): void {
  const kinds = new Map<ValueSegment, number>();
  for (const [at, segment] of segments.entries()) {
    if (segment.kind !== 'element') continue;
    const said = kindOf(segment.mention.text.split(' ').slice(-1));
    if (said >= 0) for (const value of valuesBeside(segments, at)) kinds.set(value, said);
  }
  const places = [...kinds].sort(([a], [b]) => a.start - b.start);
  const apart = places.some(([value, kind], at) => {
    const [next, other] = places[at + 1] ?? [];
    return (
      next !== undefined && kind !== other && segments.some((one) => one.start >= value.end && one.end <= next.start && passes(one, 'and'))
    );
  });
  if (apart) frame.doubts.push('places of two kinds', 'in both or in either');
}

function isSmaller({ mention }: ValueSegment, said: number, { tables }: PreparedModel): boolean {
  const known = mention.values
    .filter(({ score }) => score >= SAID_WHOLE)
    .map(({ table, column }) => kindOf(tables[table]?.columns[column]?.names.flatMap(({ words }) => words) ?? []));
  const isOwn = mention.values.some(({ table }) => kindOf(tables[table]?.names.flatMap(({ words }) => words) ?? []) === said);
  return !isOwn && known.length > 0 && known.every((kind) => kind >= 0 && kind < said);
}

/** A value may be misspelt or be said in part. */
const SAID_WHOLE = 0.9;

function kindOf(words: readonly string[]): number {
  // «ومنطقة»: "and" is written onto it.
  const stems = words.flatMap((word) => [word, word.replace(/^و/, '')]).map(stemOf);
  return KINDS.findIndex((kind) => stems.some((stem) => kind.has(stem)));
}

/** Values right before or behind the kind: "Riyadh and Jeddah regions", "the region of Jeddah". */
function valuesBeside(segments: readonly Segment[], at: number): ValueSegment[] {
  const before = run(segments, at - 1, -1);
  if (before.length > 0) return before;
  let next = at + 1;
  while (passes(segments[next], 'of') || passes(segments[next], 'the')) next++;
  return run(segments, next, 1);
}

function run(segments: readonly Segment[], from: number, step: 1 | -1): ValueSegment[] {
  const found: ValueSegment[] = [];
  for (let at = from; ; at += step) {
    const segment = segments[at];
    if (segment?.kind === 'value') found.push(segment);
    else if (found.length === 0 || !JOINTS.some((key) => passes(segment, key))) return found;
  }
}

const JOINTS = ['and', 'or', 'mark'] as const;

function passes(segment: Segment | undefined, key: string): boolean {
  return segment?.kind === 'keyword' && segment.keyword.key === key;
}

/** As they stand in the question. */
function wordsOf(kind: ElementSegment, value: ValueSegment): string {
  const [first, second] = kind.start < value.start ? [kind, value] : [value, kind];
  return `${first.text} ${second.text}`;
}
