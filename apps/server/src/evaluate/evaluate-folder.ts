import { chooseSets, createFolderEvaluation, createThesaurus, type FolderEvaluation, readSets, systemClock } from '@majed-vanna/core';
import pino from 'pino';
import { COMMAND_LINE, withServices } from '../command/on-command-line.ts';
import { type EvaluateConsole, SCORED_TOO_LOW } from './evaluate-console.ts';
import type { EvaluateFlags } from './evaluate-flags.ts';
import { folderLine, folderTitle } from './print-folder.ts';

const PROGRESS_EVERY = 100;

/** Evaluates a benchmark: a line per set and one for all. @returns the exit code @throws Error, AppError */
export async function evaluateFolder(dir: string, flags: EvaluateFlags, console: EvaluateConsole): Promise<number> {
  const sets = chooseSets(
    readSets(dir, (text) => console.err(`${text}\n`)),
    flags.set === null ? [] : [flags.set],
  );
  if (flags.engine === 'embedded') return scored(embedded());
  return withServices(flags.env, async ({ setup, folderEvaluation }) => {
    if ((await setup.state()).open) throw new Error('--engine current needs a data folder that is set up: see --data-dir');
    return scored(folderEvaluation);
  });

  async function scored({ evaluate }: FolderEvaluation): Promise<number> {
    if (!flags.json) console.out(folderTitle(sets));
    const { sets: done, total } = await evaluate(COMMAND_LINE, {
      ...{ sets, engine: flags.engine, limit: flags.limit, signal: new AbortController().signal },
      onSet: ({ name, scores, results }) => flags.json || console.out(folderLine(sets, { name, scores, cases: results.length })),
      onProgress: (name, count, of) => count % PROGRESS_EVERY === 0 && console.err(`${name}: ${count} of ${of}\n`),
    });
    const cases = done.reduce((sum, { results }) => sum + results.length, 0);
    console.out(
      flags.json ? `${JSON.stringify({ sets: done, total }, null, 2)}\n` : folderLine(sets, { name: 'total', scores: total, cases }),
    );
    return (total.accuracy ?? 0) < flags.atLeast ? SCORED_TOO_LOW : 0;
  }
}

/** Needs no data folder and no settings. */
function embedded(): FolderEvaluation {
  return createFolderEvaluation({ agent: null, thesaurus: createThesaurus(), clock: systemClock, log: pino({ level: 'silent' }) });
}
