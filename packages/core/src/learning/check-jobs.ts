import { AppError, type BrokenCheck, because, type CheckProgress, type VerifiedQuestionId } from '@majed-vanna/contract';
import type { Logger } from '../ports.ts';

type Work = (signal: AbortSignal, tell: (progress: CheckProgress) => void) => Promise<void>;

/** Why a check did not come to its end; a process that stops cannot tell. */
type OnBroken = (why: Exclude<BrokenCheck['why'], 'lost'>) => Promise<void>;

interface Job {
  readonly stop: AbortController;
  progress: CheckProgress;
  readonly over: Promise<void>;
}

export interface CheckJobsLimits {
  readonly waiting: number;
  readonly deadlineMs: number;
}

const LIMITS: CheckJobsLimits = { waiting: 20, deadlineMs: 15 * 60_000 };

/** Checks in the background, one after the other: each asks many questions of the same databases. */
export function createCheckJobs({ log, limits = LIMITS }: { log: Logger; limits?: CheckJobsLimits }) {
  const jobs = new Map<VerifiedQuestionId, Job>();
  let last: Promise<unknown> = Promise.resolve();
  return { start, cancel, progressOf, settled, close };

  /** `onBroken` is told when it ends of itself without a result. A check that is under way is left to go on. @throws AppError `rate_limited` when too many wait */
  function start(id: VerifiedQuestionId, work: Work, onBroken: OnBroken): void {
    if (jobs.has(id)) return;
    if (jobs.size >= limits.waiting) throw AppError.because('rate_limited', because('checks_full'));
    const stop = new AbortController();
    const over = last.then(async () => {
      const late = new Error('the check took too long');
      const timer = setTimeout(() => stop.abort(late), limits.deadlineMs).unref();
      try {
        stop.signal.throwIfAborted();
        await work(stop.signal, (progress) => {
          job.progress = progress;
        });
      } catch (error) {
        const tooLate = stop.signal.reason === late;
        if (stop.signal.aborted && !tooLate) return;
        log.error({ id, err: error }, 'check of a proposed question failed');
        await onBroken(tooLate ? 'late' : 'failed').catch((err: unknown) => log.error({ id, err }, 'a broken check was not recorded'));
      } finally {
        clearTimeout(timer);
        jobs.delete(id);
      }
    });
    const job: Job = { stop, over, progress: { phase: 'waiting', done: 0, total: 0 } };
    jobs.set(id, job);
    last = over;
  }

  /** Resolves when it has stopped. */
  async function cancel(id: VerifiedQuestionId): Promise<void> {
    const job = jobs.get(id);
    job?.stop.abort(new Error('cancelled'));
    await job?.over;
  }

  function progressOf(id: VerifiedQuestionId): CheckProgress | null {
    return jobs.get(id)?.progress ?? null;
  }

  /** Resolves when nothing is under way. */
  async function settled(): Promise<void> {
    while (jobs.size > 0) await Promise.all([...jobs.values()].map(({ over }) => over));
  }

  async function close(): Promise<void> {
    await Promise.all([...jobs.keys()].map(cancel));
  }
}

export type CheckJobs = ReturnType<typeof createCheckJobs>;
