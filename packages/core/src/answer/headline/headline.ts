import type { HeadlinePart } from '@majed-vanna/contract';
import { amountOf } from '../../charts/chart-field.ts';
import type { AnswerFacts, FactColumn } from './answer-facts.ts';
import { comparisonOf, nameOf, writeComparison } from './comparison.ts';
import { writeChange, writeCount, writeFigure, writeList, writeValue } from './figures.ts';
import { writeFirstOfEach } from './first-of-each.ts';
import { writeGrowth } from './growth.ts';
import { writeMoments } from './moments.ts';
import { PHRASES } from './phrases.ts';

/** The answer's first line: what the result says, figures in bold. Deterministic; never empty. */
export function writeHeadline(facts: AnswerFacts): HeadlinePart[] {
  const parts = facts.rows.length === 0 ? PHRASES[facts.language].nothing(facts.period) : partsFor(facts);
  return parts.filter((part) => part.text !== '');
}

interface Point {
  readonly name: string;
  readonly amount: number;
}

const MAX_NAMES = 3;
const MAX_VALUES = 4;

function partsFor(facts: AnswerFacts): HeadlinePart[] {
  const measure = facts.columns.findIndex((column) => column.role === 'measure');
  const keys = facts.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.role === 'dimension' || column.role === 'time');
  const measureColumn = facts.columns[measure];
  const first = complete(facts) ? writeFirstOfEach(facts) : null;
  if (first) return first;
  const grown = complete(facts) ? writeGrowth(facts) : null;
  if (grown) return grown;
  if (!measureColumn) return listing(facts);
  const comparison = comparisonOf(facts);
  if (comparison) return writeComparison(comparison, facts);
  if (keys.length === 0) return facts.rows.length === 1 ? values(facts) : listing(facts);
  if (keys.length > 2) return listing(facts);
  const time = keys.find(({ column }) => column.role === 'time');
  const name = keys.find(({ column }) => column.role === 'dimension');
  if (time && !name) {
    const moments = points(facts, time.index, measure, true);
    // "The three best months" is a ranking, not a course.
    return facts.limit !== null && facts.order !== null
      ? groups(facts, named(moments, time.column, facts), measureColumn)
      : series(facts, moments, measureColumn, time.column);
  }
  if (!name) return listing(facts);
  if (!time && keys.length === 1) return groups(facts, points(facts, name.index, measure, false), measureColumn);
  // The first of each group are no ranking.
  if (!complete(facts) || (!measureColumn.additive && facts.limit !== null)) return listing(facts);
  const all = measureColumn.additive
    ? sums(points(facts, name.index, measure, false))
    : pairs(facts, name.index, keys.find(({ index }) => index !== name.index)?.index ?? name.index, measure);
  return groups(facts, all, measureColumn);
}

/** One row of computed values. */
function values(facts: AnswerFacts): HeadlinePart[] {
  const { language, columns, period } = facts;
  const row = facts.rows[0] ?? [];
  const shown = columns.slice(0, MAX_VALUES).map((column, index) => ({
    label: column.label,
    figure: writeFigure(row[index] ?? null, column, language),
    missing: (row[index] ?? null) === null,
  }));
  if (shown.every(({ missing }) => missing)) return PHRASES[language].nothing(period);
  const [only] = shown;
  return shown.length === 1 && only ? PHRASES[language].single(only.figure, only.label, period) : PHRASES[language].several(shown, period);
}

function groups(facts: AnswerFacts, all: readonly Point[], column: FactColumn): HeadlinePart[] {
  const phrases = PHRASES[facts.language];
  const ranked = all.toSorted((a, b) => (facts.order === 'ascending' ? a.amount - b.amount : b.amount - a.amount));
  const [first, ...rest] = ranked;
  const last = rest.at(-1);
  if (!first) return listing(facts);
  const figure = (amount: number) => writeFigure(amount, column, facts.language);
  const lowest = facts.order === 'ascending';
  const cut = facts.limit !== null || !complete(facts);
  if (!last)
    return cut && lowest
      ? phrases.top(first.name, figure(first.amount), '', true)
      : phrases.one(first.name, figure(first.amount), column.label);
  // Of rows in no order, those that are missing may be ahead.
  if (!complete(facts) && facts.order === null) return listing(facts);
  if (cut) {
    const followers = rest.slice(0, MAX_NAMES - 1).map((point) => phrases.named(point.name, figure(point.amount)));
    return phrases.top(first.name, figure(first.amount), writeList(followers, facts.language), lowest);
  }
  const leader = facts.order === 'ascending' ? last : first;
  const tail = facts.order === 'ascending' ? first : last;
  // Level is what reads level: 3.9999 and 3.9998 are both written 4.
  const levelWith = ({ amount }: Point) => ranked.filter((point) => figure(point.amount) === figure(amount));
  const tied = levelWith(leader);
  if (tied.length > 1) {
    const count = writeCount(tied.length, facts.language);
    if (tied.length === all.length) return phrases.level(count, figure(leader.amount));
    const names = tied.map(({ name }) => name);
    return phrases.tied(names.length <= MAX_NAMES ? writeList(names, facts.language) : count, figure(leader.amount));
  }
  const total =
    column.additive && all.every((point) => point.amount >= 0) ? figure(all.reduce((sum, point) => sum + point.amount, 0)) : null;
  const lows = levelWith(tail).map(({ name }) => name);
  return phrases.leads(leader.name, figure(leader.amount), total, lows.length <= MAX_NAMES ? lows : [], all.length === 2);
}

function series(facts: AnswerFacts, moments: readonly Point[], column: FactColumn, time: FactColumn): HeadlinePart[] {
  const phrases = PHRASES[facts.language];
  const ordered = moments.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const labels = writeMoments(
    ordered.map((point) => point.name),
    facts.language,
    time.grain,
  );
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last) return listing(facts);
  const figure = (amount: number) => writeFigure(amount, column, facts.language);
  if (ordered.length === 1) return phrases.one(labels[0] ?? first.name, figure(first.amount), column.label);
  if (column.running && complete(facts)) return phrases.running(figure(last.amount), column.label, labels[0] ?? '', labels.at(-1) ?? '');
  const peak = ordered.reduce((best, point, index) => (point.amount > (ordered[best]?.amount ?? 0) ? index : best), 0);
  return phrases.series({
    total: column.additive && complete(facts) ? figure(ordered.reduce((sum, point) => sum + point.amount, 0)) : null,
    label: column.label,
    change: writeChange(first.amount, last.amount, facts.language),
    from: labels[0] ?? '',
    to: labels.at(-1) ?? '',
    fromFigure: figure(first.amount),
    toFigure: figure(last.amount),
    peak: { name: labels[peak] ?? '', figure: figure(ordered[peak]?.amount ?? 0) },
  });
}

/** Rows read off a table: a few names, or how many there are. */
function listing(facts: AnswerFacts): HeadlinePart[] {
  const phrases = PHRASES[facts.language];
  const [only] = facts.columns;
  if (only && facts.columns.length === 1 && facts.rows.length <= MAX_NAMES && complete(facts)) {
    return phrases.names(
      writeList(
        facts.rows.map((row) => writeValue(row[0] ?? null, only, facts.language)),
        facts.language,
      ),
    );
  }
  const count = writeCount(facts.rowCount ?? facts.rows.length, facts.language);
  return phrases.count(count, facts.rowCount === null, facts.subject, facts.rowCount === 1);
}

function points(facts: AnswerFacts, key: number, measure: number, raw: boolean): Point[] {
  return facts.rows.flatMap((row) => {
    const amount = amountOf(row[measure] ?? null);
    return amount === null ? [] : [{ name: raw ? String(row[key] ?? '') : nameOf(row[key]), amount }];
  });
}

/** Two names together, where figures do not add up over the second one. */
function pairs(facts: AnswerFacts, first: number, second: number, measure: number): Point[] {
  const seconds = facts.columns[second];
  const labels =
    seconds?.role === 'time'
      ? writeMoments(
          facts.rows.map((row) => row[second] ?? null),
          facts.language,
          seconds.grain,
        )
      : facts.rows.map((row) => nameOf(row[second]));
  return facts.rows.flatMap((row, index) => {
    const amount = amountOf(row[measure] ?? null);
    return amount === null ? [] : [{ name: `${nameOf(row[first])} · ${labels[index]}`, amount }];
  });
}

function named(moments: readonly Point[], time: FactColumn, { language }: AnswerFacts): Point[] {
  const names = writeMoments(
    moments.map(({ name }) => name),
    language,
    time.grain,
  );
  return moments.map(({ amount }, index) => ({ name: names[index] ?? '', amount }));
}

function sums(all: readonly Point[]): Point[] {
  const byName = new Map<string, number>();
  for (const point of all) byName.set(point.name, (byName.get(point.name) ?? 0) + point.amount);
  return [...byName].map(([name, amount]) => ({ name, amount }));
}

function complete(facts: AnswerFacts): boolean {
  return facts.rowCount === facts.rows.length;
}
