// Scores the embedded engine on a folder of questions with known answers. The last line on stdout is a JSON summary.
import { writeFileSync } from 'node:fs';
import { chooseSets, readSets } from '@majed-vanna/core/question-folders';
import { createAsker } from './nlq-asker.ts';
import { createJudge } from './nlq-judge.ts';
import { readOptions, USAGE } from './nlq-options.ts';
import { printSet } from './nlq-report.ts';
import { runSet } from './nlq-run.ts';
import { failuresByCause, shares } from './nlq-tally.ts';

const note = (text: string) => console.error(`[bench] ${text}`);

try {
  process.exitCode = await main();
} catch (error) {
  note(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2).filter((argument) => argument !== '--'));
  const sets = chooseSets(readSets(options.dir, note), options.sets);
  const judge = createJudge();
  const asker = await createAsker(options, note);
  const summary: Record<string, unknown> = {};
  const predictions: string[] = [];
  for (const set of sets) {
    const begun = Date.now();
    const { tally, lines } = await runSet(set, { options, judge, asker, note });
    predictions.push(...lines);
    printSet(set, tally, options.examples);
    summary[set.name] = {
      ...shares(tally.total),
      reaction: set.reaction,
      failures: failuresByCause(tally),
      seconds: Math.round((Date.now() - begun) / 1000),
    };
  }
  judge.close();
  if (options.out) writeFileSync(options.out, `${predictions.join('\n')}\n`);
  console.log(JSON.stringify({ bench: 'nlq', sets: summary }));
  return 0;
}
