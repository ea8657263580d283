import type { Concept } from '../lexicon/concepts.ts';
import { type ElementCandidate, keyOf, type Lexicon } from '../lexicon/lexicon.ts';
import type { PreparedColumn, PreparedModel } from '../lexicon/prepared-model.ts';
import { stemOf } from '../lexicon/stem.ts';
import type { Mention } from './segment.ts';

/** Mentions that no word names: the column behind "older than", the year behind "in 2014". */
export interface MentionFactory {
  /** Where in the question mentions are being invented; set while parsing. */
  position: number;
  /** Columns behind an adjective; null when the schema has none. */
  concept(concept: Concept, text: string): Mention | null;
  words(words: readonly string[], text: string, accept?: (column: PreparedColumn) => boolean): Mention | null;
  /** Columns that reach back or forth to that year. */
  year(text: string, year: number): Mention | null;
  date(text: string): Mention | null;
  name(text: string): Mention | null;
  place(text: string): Mention | null;
}

/** Ids below zero tell invented mentions from spoken ones. */
export function createMentionFactory(prepared: PreparedModel, lexicon: Lexicon): MentionFactory {
  let next = -1;
  const factory: MentionFactory = { position: -1, concept, words, year, date, name, place };
  return factory;

  function concept({ words: plain, datedWords, figures }: Concept, text: string): Mention | null {
    const metric = figures === true ? metricOf(plain) : null;
    if (metric !== null) return build([metric], text);
    const measured = gather(plain.filter(Boolean), (column) => column.type === 'number' && column.key === null && !column.yearLike);
    const dated = gather(
      datedWords,
      (column) => column.type === 'date' || column.yearLike || (column.type === 'text' && /date|birth|year|time/i.test(column.column.name)),
    );
    return build([...measured, ...dated.map((candidate) => ({ ...candidate, score: candidate.score * 0.95 }))], text);
  }

  /** The figure that bears the first of these names there is. */
  function metricOf(list: readonly string[]): ElementCandidate | null {
    for (const word of list) {
      const found = lexicon.elements([stemOf(word)], [word]).find(({ ref, score }) => ref.kind === 'metric' && score >= OWN_NAME);
      if (found !== undefined) return found;
    }
    return null;
  }

  function words(list: readonly string[], text: string, accept: (column: PreparedColumn) => boolean = () => true): Mention | null {
    return build(gather(list, accept), text);
  }

  function year(text: string, said: number): Mention | null {
    return build(
      allColumns((column) => (!reaches(column, said) ? 0 : column.yearLike ? 0.8 : column.type === 'date' ? 0.72 : 0)),
      text,
    );
  }

  function date(text: string): Mention | null {
    return build(
      allColumns((column) =>
        column.type === 'date'
          ? 0.8
          : column.yearLike
            ? 0.72
            : column.type === 'text' && column.names.some((way) => way.words.includes('date'))
              ? 0.6
              : 0,
      ),
      text,
    );
  }

  function name(text: string): Mention | null {
    return build(
      prepared.tables
        .flatMap((table) =>
          table.columns
            .filter((column) => column.type === 'text')
            .map(
              (column): ElementCandidate => ({
                ref: { kind: 'column', table: table.index, column: column.index },
                score:
                  column.index === table.display
                    ? 0.85
                    : column.names.some((way) => way.words.at(-1) === 'name' || way.words.at(-1) === 'title')
                      ? 0.6
                      : 0,
                withTable: false,
              }),
            ),
        )
        .filter((candidate) => candidate.score > 0),
      text,
    );
  }

  function place(text: string): Mention | null {
    return build(
      gather(
        ['location', 'city', 'hometown', 'country', 'place', 'address', 'venue', 'origin', 'state', 'region'],
        (column) => column.type === 'text',
      ),
      text,
    );
  }

  function gather(list: readonly string[], accept: (column: PreparedColumn) => boolean): ElementCandidate[] {
    const best = new Map<string, ElementCandidate>();
    for (const [rank, word] of list.entries())
      for (const candidate of lexicon.elements([stemOf(word)], [word])) {
        if (candidate.ref.kind !== 'column' || candidate.score < 0.5) continue;
        const column = prepared.tables[candidate.ref.table]?.columns[candidate.ref.column];
        if (column === undefined || !accept(column)) continue;
        const score = candidate.score * (0.92 - 0.05 * Math.min(rank, 5));
        const key = keyOf(candidate.ref);
        if ((best.get(key)?.score ?? 0) < score) best.set(key, { ...candidate, score });
      }
    return [...best.values()];
  }

  function allColumns(score: (column: PreparedColumn) => number): ElementCandidate[] {
    return prepared.tables
      .flatMap((table) =>
        table.columns.map(
          (column): ElementCandidate => ({
            ref: { kind: 'column', table: table.index, column: column.index },
            score: score(column),
            withTable: false,
          }),
        ),
      )
      .filter((candidate) => candidate.score > 0);
  }

  function build(elements: readonly ElementCandidate[], text: string): Mention | null {
    if (elements.length === 0) return null;
    return {
      id: next--,
      text,
      start: factory.position,
      end: factory.position,
      elements: [...elements].sort((a, b) => b.score - a.score).slice(0, 24),
      values: [],
    };
  }
}

/** A name said as it stands. */
const OWN_NAME = 0.95;

/** Where nobody knows how far a column reaches, it may reach any year. */
function reaches({ column: { range } }: PreparedColumn, year: number): boolean {
  if (range === null) return true;
  const [first, last] = [range.min, range.max].map((end) => Number(String(end).slice(0, 4)));
  return !(year < (first ?? year) || year > (last ?? year));
}
