import type { QuestionSet } from '@majed-vanna/core/question-folders';
import { type Example, failuresByCause, shares, type Tally } from './nlq-tally.ts';

const TAGS_SHOWN = 30;

/** Prints one set: the whole, its tags, its failures by cause, and the questions of one cause when asked for. */
export function printSet(set: QuestionSet, tally: Tally, examples: string | null): void {
  console.log(`\n${set.name} (right reaction: ${set.reaction})`);
  const tags = [...tally.perTag].sort(([, a], [, b]) => b.n - a.n).slice(0, TAGS_SHOWN);
  console.table(Object.fromEntries([['all', shares(tally.total)], ...tags.map(([tag, count]) => [tag, shares(count)])]));
  if (set.reaction === 'answer')
    console.table(Object.fromEntries(Object.entries(failuresByCause(tally)).map(([cause, n]) => [cause, { n }])));
  for (const [cause, list] of tally.perCause) {
    if (examples === cause || examples === 'all') for (const example of list) printExample(cause, example);
  }
}

function printExample(cause: string, { id, question, gold, predicted, note }: Example): void {
  console.log(`\n[${cause}] ${id}  ${question}`);
  if (gold) console.log(`   gold  ${gold}`);
  if (predicted) console.log(`   ours  ${predicted}`);
  if (note) console.log(`   note  ${note}`);
}
