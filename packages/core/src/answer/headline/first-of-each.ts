import type { HeadlinePart } from '@majed-vanna/contract';
import { amountOf } from '../../charts/chart-field.ts';
import type { AnswerFacts } from './answer-facts.ts';
import { nameOf } from './comparison.ts';
import { writeCount, writeFigure, writeValue } from './figures.ts';
import { PHRASES } from './phrases.ts';

interface Leader {
  readonly group: string;
  readonly name: string;
  readonly amount: number;
}

/** The first few of each group: who is in front of at least half of the groups, or else of all. Null when there is nothing to tell. */
export function writeFirstOfEach({ perGroup, columns, rows, language }: AnswerFacts): HeadlinePart[] | null {
  const column = perGroup && columns[perGroup.measure];
  const groupColumn = perGroup && columns[perGroup.group];
  if (!perGroup || !column || !groupColumn) return null;
  const { lowest } = perGroup;
  const firsts = new Map<string, Leader>();
  for (const row of rows) {
    const amount = amountOf(row[perGroup.measure] ?? null);
    const group = writeValue(row[perGroup.group] ?? null, groupColumn, language);
    const before = firsts.get(group);
    if (amount !== null && (!before || (lowest ? amount < before.amount : amount > before.amount)))
      firsts.set(group, { group, name: nameOf(row[perGroup.name]), amount });
  }
  const leaders = [...firsts.values()].toSorted((a, b) => (lowest ? a.amount - b.amount : b.amount - a.amount));
  const [best] = leaders;
  if (!best) return null;
  const wins = new Map<string, number>();
  for (const { name } of leaders) wins.set(name, (wins.get(name) ?? 0) + 1);
  const [most] = [...wins].toSorted(([, a], [, b]) => b - a);
  const phrases = PHRASES[language];
  const all = writeCount(leaders.length, language);
  const figure = writeFigure(best.amount, column, language);
  if (!most || most[1] === 1 || most[1] * 2 < leaders.length)
    return phrases.firstOfAll(phrases.named(best.name, best.group), figure, all, lowest);
  const [name, count] = most;
  const own = leaders.find((leader) => leader.name === name) ?? best;
  return phrases.firstOfMost(name, writeCount(count, language), all, own.group, writeFigure(own.amount, column, language), lowest);
}
