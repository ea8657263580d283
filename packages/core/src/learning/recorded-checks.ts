import type { Actor, BrokenCheck, VerifiedQuestionId } from '@majed-vanna/contract';
import type { Database, VerifiedQuestionRow } from '@majed-vanna/db';
import type { Clock } from '../ports.ts';
import type { CheckJobs } from './check-jobs.ts';
import type { Checker, DraftCheck } from './draft-check.ts';

export interface RecordedChecksDeps {
  readonly database: Database;
  readonly drafts: DraftCheck;
  readonly jobs: CheckJobs;
  readonly clock: Clock;
}

export type RecordedChecks = ReturnType<typeof createRecordedChecks>;

/** Checks in the background, with a note of how far they came: a draft keeps what its check showed, or that it broke. */
export function createRecordedChecks({ database, drafts, jobs, clock }: RecordedChecksDeps) {
  const { verifiedQuestions } = database.repositories;
  /** The one that began by itself. */
  let unattended: VerifiedQuestionId | null = null;
  return { begin, beginUnattended, stop, stopUnattended, progressOf: jobs.progressOf, settled: jobs.settled };

  /** Nothing that began by itself keeps a reviewer waiting. @throws AppError `rate_limited` when too many wait */
  async function begin(reviewer: Actor, row: VerifiedQuestionRow): Promise<void> {
    const aside = unattended;
    if (aside === row.id) await jobs.cancel(row.id);
    else if (jobs.progressOf(row.id)) return;
    // In line before the other one gives way: what comes next by itself finds a check under way.
    const begun = record(row, { reviewer, unattended: false }, 'lost');
    await Promise.all([begun, aside !== null && aside !== row.id && stop(aside)]);
  }

  /** Resolves when it is over, and what reviewers began meanwhile too. What was lost once is tried once more. */
  async function beginUnattended(reviewer: Actor, row: VerifiedQuestionRow): Promise<void> {
    if (jobs.progressOf(row.id)) return jobs.settled();
    unattended = row.id;
    try {
      await record(row, { reviewer, unattended: true }, row.begunCheck ? 'failed' : 'lost');
      await jobs.settled();
    } finally {
      unattended = null;
    }
  }

  /** What was cancelled did not break. */
  async function stop(id: VerifiedQuestionId): Promise<void> {
    await jobs.cancel(id);
    await verifiedQuestions.noteCheck(id, null);
  }

  async function stopUnattended(): Promise<void> {
    if (unattended !== null) await stop(unattended);
  }

  /** @param ahead how it counts as broken until it ends: what a process that dies leaves behind */
  async function record(row: VerifiedQuestionRow, checker: Checker, ahead: BrokenCheck['why']): Promise<void> {
    const { id, updatedAt } = row;
    const { userId, username } = checker.reviewer;
    const begun = { startedAt: clock.now().toISOString(), startedBy: checker.unattended ? null : username };
    const note = (why: BrokenCheck['why']) => verifiedQuestions.noteCheck(id, { ...begun, why });
    const noted = Promise.withResolvers<void>();
    const work: Parameters<CheckJobs['start']>[1] = async (signal, tell) => {
      await noted.promise;
      const result = await drafts.check(checker, row, signal, tell);
      // What was changed meanwhile is not what was checked: its check is dropped.
      const at = clock.now();
      await database.transaction(async (inside) => {
        if (!(await inside.verifiedQuestions.update(id, updatedAt, { check: result }, at))) return;
        const actor = checker.unattended ? 'system' : userId;
        const details = { problems: result.problems };
        await inside.auditLog.append({ at, actor, action: 'verifiedQuestion.checked', target: id, details });
      });
    };
    jobs.start(id, work, note);
    await note(ahead).finally(noted.resolve);
  }
}
