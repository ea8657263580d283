import type { HeadlinePart } from '@majed-vanna/contract';
import { amountOf } from '../../charts/chart-field.ts';
import type { AnswerFacts, FactColumn, FirstOfEach } from './answer-facts.ts';
import { nameOf } from './comparison.ts';
import { writeCount, writeFigure, writeValue } from './figures.ts';
import { PHRASES } from './phrases.ts';

interface Leader {
  readonly group: string;
  readonly name: string;
  readonly amount: number;
}

/** The first few of each group: who is in front of at least half of the groups, or else of all. Null when there is nothing to tell. */
export function writeFirstOfEach(facts: AnswerFacts): HeadlinePart[] | null {
  const { perGroup, columns, language } = facts;
  const column = perGroup && columns[perGroup.measure];
  const groupColumn = perGroup && columns[perGroup.group];
  if (!perGroup || !column || !groupColumn) return null;
  const { lowest } = perGroup;
  const leaders = leadersOf(facts, perGroup, groupColumn);
  const [best] = leaders;
  if (!best) return null;
  const [name, count] = mostFrequent(leaders) ?? [best.name, 1];
  const phrases = PHRASES[language];
  const all = writeCount(leaders.length, language);
  if (count === 1 || count * 2 < leaders.length)
    return phrases.firstOfAll(phrases.named(best.name, best.group), writeFigure(best.amount, column, language), all, lowest);
  const own = leaders.find((leader) => leader.name === name) ?? best;
  return phrases.firstOfMost(name, writeCount(count, language), all, own.group, writeFigure(own.amount, column, language), lowest);
}

/** The first of each group, the farthest in front before the others. */
function leadersOf({ rows, language }: AnswerFacts, perGroup: FirstOfEach, groupColumn: FactColumn): Leader[] {
  const ahead = (one: number, other: number) => (perGroup.lowest ? one - other : other - one);
  const firsts = new Map<string, Leader>();
  for (const row of rows) {
    const amount = amountOf(row[perGroup.measure] ?? null);
    const group = writeValue(row[perGroup.group] ?? null, groupColumn, language);
    const before = firsts.get(group);
    if (amount !== null && (!before || ahead(amount, before.amount) < 0))
      firsts.set(group, { group, name: nameOf(row[perGroup.name]), amount });
  }
  return [...firsts.values()].toSorted((one, other) => ahead(one.amount, other.amount));
}

function mostFrequent(leaders: readonly Leader[]): [name: string, count: number] | undefined {
  const counts = new Map<string, number>();
  for (const { name } of leaders) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0];
}
