import { type Actor, AppError, type Outcome, userId } from '@majed-vanna/contract';
import pino from 'pino';
import { prepareDataDir } from '../boot/data-dir.ts';
import { resolveSecretKey } from '../boot/secret-key.ts';
import { compose } from '../compose.ts';
import { ConfigError, loadConfig, readEnvironment } from '../config.ts';
import { type AskFlags, parseAskFlags, USAGE } from './ask-flags.ts';
import { type CollectedAnswer, collectAnswer } from './collected-answer.ts';
import { answerText, type Terminal } from './print-answer.ts';

export interface AskConsole extends Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const EXIT_CODES: Readonly<Record<Outcome, number>> = { answered: 0, needs_clarification: 2, refused: 3, failed: 1 };

/** Whoever may run this command owns the data folder. One fixed id, so that its questions stay together. */
const COMMAND_LINE: Actor = { userId: userId.parse(`usr_${'0'.repeat(26)}`), username: 'command line', role: 'admin', attributes: {} };

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

async function ask(flags: AskFlags, console: AskConsole): Promise<CollectedAnswer> {
  const config = loadConfig({ ...readEnvironment(), ...flags.env });
  await prepareDataDir(config.paths.dataDir);
  const secretKey = await resolveSecretKey(config.auth.secretKey, config.paths.dataDir);
  const log = pino({ level: config.server.debug ? 'debug' : 'silent' }, pino.destination({ dest: 2, sync: true }));
  const { services, stopWork, close } = await compose({ config, secretKey, log, ownsDataDir: false });
  try {
    if ((await services.dataSources.list(COMMAND_LINE)).length === 0) console.err('Preparing the sample data, once…\n');
    await services.setup.ensureSampleSetup();
    const { runId } = await services.answers.ask(COMMAND_LINE, { question: flags.question });
    return await collectAnswer(services.answers.events(COMMAND_LINE, runId, 0, new AbortController().signal));
  } finally {
    await stopWork();
    await close();
  }
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

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join('\n');
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
