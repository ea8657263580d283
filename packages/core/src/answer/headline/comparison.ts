import type { Cell, HeadlinePart } from '@majed-vanna/contract';
import { amountOf } from '../../charts/chart-field.ts';
import type { AnswerFacts, FactColumn } from './answer-facts.ts';
import { writeChange, writeFigure } from './figures.ts';
import { writeMoments } from './moments.ts';
import { PHRASES, plain } from './phrases.ts';

interface Line {
  /** Empty when nothing is grouped but the two moments. */
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

/** One measure at two moments, per group or in all. */
export interface Comparison {
  readonly column: FactColumn;
  readonly lines: readonly Line[];
  /** Ready to follow a noun. */
  readonly period: string | null;
  readonly previousLabel: string;
}

/** The two moments that a result sets against each other: as two columns, or as rows of exactly two moments. Null when it does neither. */
export function comparisonOf(facts: AnswerFacts): Comparison | null {
  return facts.comparison ? ofColumns(facts, facts.comparison) : ofRows(facts);
}

/** Now against then: the total, its change, who leads, and who alone goes the other way. */
export function writeComparison(
  { column, lines, period, previousLabel }: Comparison,
  { language, rows, rowCount }: AnswerFacts,
): HeadlinePart[] {
  const phrases = PHRASES[language];
  const figure = (amount: number) => writeFigure(amount, column, language);
  const total = (side: 'now' | 'before') => lines.reduce((sum, line) => sum + line[side], 0);
  const headOf = ({ now, before }: Omit<Line, 'name'>) =>
    phrases.compared(figure(now), period, writeChange(before, now, language), previousLabel);
  const [only] = lines;
  const leader = lines.toSorted((a, b) => b.now - a.now)[0];
  if (!only || !leader || lines.length === 1) return [...headOf(only ?? { now: 0, before: 0 }), plain('.')];
  const names = (chosen: readonly Line[]) => chosen.map(({ name }) => name);
  const summable = column.additive && rowCount === rows.length;
  return [
    ...(summable ? [...headOf({ now: total('now'), before: total('before') }), plain('. ')] : []),
    ...phrases.movements(
      leader.name,
      figure(leader.now),
      names(lines.filter((line) => line.now < line.before)),
      names(lines.filter((line) => line.now > line.before)),
    ),
  ];
}

function ofColumns(facts: AnswerFacts, { current, previous, previousLabel }: NonNullable<AnswerFacts['comparison']>): Comparison | null {
  const column = facts.columns[current];
  const nameIndex = facts.columns.findIndex(({ role }) => role === 'dimension');
  if (!column) return null;
  const lines = facts.rows.map((row) => ({
    name: nameIndex < 0 ? '' : nameOf(row[nameIndex]),
    now: number(row[current]),
    before: number(row[previous]),
  }));
  return { column, lines, period: facts.period, previousLabel };
}

function ofRows(facts: AnswerFacts): Comparison | null {
  const indexes = (role: FactColumn['role']) => facts.columns.flatMap((column, index) => (column.role === role ? [index] : []));
  const [times, names, measures] = [indexes('time'), indexes('dimension'), indexes('measure')];
  const [time = -1, name = -1, measure = -1] = [times[0], names[0], measures[0]];
  const column = facts.columns[measure];
  if (
    !column ||
    times.length !== 1 ||
    names.length > 1 ||
    measures.length !== 1 ||
    facts.limit !== null ||
    facts.rowCount !== facts.rows.length
  )
    return null;
  const moments = [...new Set(facts.rows.map((row) => row[time] ?? null))].toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
  const [before = null, now = null] = moments;
  if (moments.length !== 2 || before === null) return null;
  const groups = [...new Set(facts.rows.map((row) => (name < 0 ? '' : nameOf(row[name]))))];
  const amountAt = (group: string, moment: Cell) =>
    number(facts.rows.find((row) => row[time] === moment && (name < 0 || nameOf(row[name]) === group))?.[measure]);
  const labels = writeMoments([before, now], facts.language, facts.columns[time]?.grain);
  const lines = groups.map((group) => ({ name: group, now: amountAt(group, now), before: amountAt(group, before) }));
  return { column, lines, period: PHRASES[facts.language].during(labels[1] ?? ''), previousLabel: labels[0] ?? '' };
}

function number(value: Cell | undefined): number {
  return amountOf(value ?? null) ?? 0;
}

/** What stands for a group; a missing name is a dash. */
export function nameOf(value: Cell | undefined): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}
