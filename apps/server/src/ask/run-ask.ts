import type { Outcome } from '@majed-vanna/contract';
import { COMMAND_LINE, explain, withServices } from '../command/on-command-line.ts';
import { type AskFlags, parseAskFlags, USAGE } from './ask-flags.ts';
import { type CollectedAnswer, collectAnswer } from './collected-answer.ts';
import { answerText, type Terminal } from './print-answer.ts';

export interface AskConsole extends Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const EXIT_CODES: Readonly<Record<Outcome, number>> = { answered: 0, needs_clarification: 2, refused: 3, failed: 1 };

/** Answers one question on the console. @returns the exit code */
export async function runAsk(args: readonly string[], console: AskConsole): Promise<number> {
  try {
    const flags = parseAskFlags(args, console.cwd);
    if (flags.help) {
      console.out(USAGE);
      return 0;
    }
    if (flags.question.trim() === '') {
      console.err(USAGE);
      return 1;
    }
    const answer = await ask(flags, console);
    report(answer, flags, console);
    return EXIT_CODES[answer.outcome];
  } catch (error) {
    console.err(`${explain(error)}\n`);
    return 1;
  }
}

function ask({ env, question }: AskFlags, console: AskConsole): Promise<CollectedAnswer> {
  return withServices(env, async ({ answers, dataSources, setup }) => {
    if ((await dataSources.list(COMMAND_LINE)).length === 0) console.err('Preparing the sample data, once…\n');
    await setup.ensureSampleSetup();
    const { runId } = await answers.ask(COMMAND_LINE, { question });
    return collectAnswer(answers.events(COMMAND_LINE, runId, 0, new AbortController().signal));
  });
}

function report(answer: CollectedAnswer, { output, maxRows }: AskFlags, console: AskConsole): void {
  if (output === 'json') {
    console.out(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  if (output === 'sql' && answer.sql !== null) {
    console.out(`${answer.sql}\n`);
    return;
  }
  const text = answerText(answer, console, maxRows);
  if (answer.outcome === 'answered') console.out(text);
  else console.err(text);
}
