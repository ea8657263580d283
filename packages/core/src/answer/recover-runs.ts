import type { AnswerEvent, Language } from '@majed-vanna/contract';
import type { AnswerRow, Database } from '@majed-vanna/db';
import type { Clock, Logger } from '../ports.ts';
import { interruptedWords } from './failure-words.ts';

/** Closes what a crash left open, so that whoever listens is told. Only for the process that owns the data folder. */
export async function recoverRuns({ database, clock, log }: { database: Database; clock: Clock; log: Logger }): Promise<number> {
  const left = await database.repositories.answers.listUnfinished();
  for (const answer of left) await closeRun(database, answer, clock.now());
  if (left.length > 0) log.warn({ runs: left.length }, 'closed runs that a crash had left open');
  return left.length;
}

/** Ends a run that nobody works on any more. @throws AppError `conflict`, `not_found` when it was removed */
export async function closeRun(database: Database, { id, startedAt }: Pick<AnswerRow, 'id' | 'startedAt'>, now: Date): Promise<void> {
  const stored = await database.repositories.runEvents.listAfter(id, 0);
  const started = stored.find(({ event }) => event.type === 'started')?.event;
  const language: Language = started?.type === 'started' ? started.language : 'en';
  const { code, message } = interruptedWords(language);
  const last: AnswerEvent[] = [
    { type: 'error', code, message, requestId: null },
    { type: 'done', outcome: 'failed', totalMs: Math.max(0, now.getTime() - startedAt.getTime()) },
  ];
  await database.transaction(async ({ runEvents, answers }) => {
    await runEvents.append(id, (stored.at(-1)?.seq ?? 0) + 1, last, now);
    await answers.finish(id, { outcome: 'failed', finishedAt: now });
  });
}
