import type { Cell, HeadlinePart } from '@majed-vanna/contract';
import { amountOf } from '../../charts/chart-field.ts';
import type { AnswerFacts, FactGrain, Growth } from './answer-facts.ts';
import { nameOf, writeComparison } from './comparison.ts';
import { writeChange } from './figures.ts';
import { writeMoments } from './moments.ts';
import { PHRASES } from './phrases.ts';

/** From this many changes on, the best of them is news. */
const SEVERAL = 3;

/** Growth over time: the last moment against the one before it, and when the change was best. Null when the result tells of none. */
export function writeGrowth(facts: AnswerFacts): HeadlinePart[] | null {
  const { growth, columns, rows, language } = facts;
  const column = growth && columns[growth.current];
  const time = columns.findIndex(({ role }) => role === 'time');
  const grain = columns[time]?.grain;
  if (!growth || !column || !grain) return null;
  const name = columns.findIndex(({ role }) => role === 'dimension');
  const known = rows.filter((row) => (row[growth.previous] ?? null) !== null);
  const last = known
    .map((row) => String(row[time]))
    .toSorted()
    .at(-1);
  if (last === undefined) return null;
  const labelOf = (moment: Cell) => writeMoments([moment], language, grain)[0] ?? '';
  const lines = known
    .filter((row) => String(row[time]) === last)
    .map((row) => ({
      name: name < 0 ? '' : nameOf(row[name]),
      now: number(row[growth.current]),
      before: number(row[growth.previous]),
    }));
  const period = PHRASES[language].during(labelOf(last));
  const told = writeComparison({ column, lines, period, previousLabel: labelOf(momentBefore(last, grain, growth.back)) }, facts);
  if (name >= 0 || known.length < SEVERAL) return told;
  const best = bestOf(known, growth);
  const change = writeChange(number(best[growth.previous]), number(best[growth.current]), language);
  return change ? [...told, ...PHRASES[language].fastest(labelOf(best[time] ?? null), change)] : told;
}

const number = (value: Cell | undefined) => amountOf(value ?? null) ?? 0;

/** The row that grew most; at least one is given. */
function bestOf(rows: readonly (readonly Cell[])[], { current, previous }: Growth): readonly Cell[] {
  const changeOf = (row: readonly Cell[]) => {
    const before = number(row[previous]);
    return before === 0 ? Number.NEGATIVE_INFINITY : (number(row[current]) - before) / Math.abs(before);
  };
  return rows.reduce((most, row) => (changeOf(row) > changeOf(most) ? row : most));
}

/** A year, or the ISO date that a longer or shorter period begins with. */
function momentBefore(moment: string, grain: FactGrain, back: number): string {
  if (/^\d{4}$/.test(moment)) return String(Number(moment) - back);
  const date = new Date(`${moment.slice(0, 10)}T00:00:00Z`);
  if (grain === 'week' || grain === 'day') date.setUTCDate(date.getUTCDate() - back * (grain === 'week' ? 7 : 1));
  else date.setUTCMonth(date.getUTCMonth() - back * { year: 12, quarter: 3, month: 1 }[grain]);
  return date.toISOString().slice(0, 10);
}
