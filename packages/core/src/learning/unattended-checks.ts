import { type Actor, roleMay, type VerifiedQuestionId } from '@majed-vanna/contract';
import type { Database, VerifiedQuestionRow } from '@majed-vanna/db';
import type { Logger } from '../ports.ts';
import type { RecordedChecks } from './recorded-checks.ts';

export interface UnattendedChecksDeps {
  readonly database: Database;
  readonly checks: Pick<RecordedChecks, 'beginUnattended' | 'stopUnattended' | 'settled'>;
  readonly log: Logger;
}

export type UnattendedChecks = ReturnType<typeof createUnattendedChecks>;

const PAGE = 50;

/**
 * Checks drafts before a reviewer looks at them, one at a time, whenever nobody else checks. What waits is read from the drafts
 * themselves: nothing is queued, and nothing is forgotten when the process ends.
 */
export function createUnattendedChecks({ database, checks, log }: UnattendedChecksDeps) {
  const { users, verifiedQuestions } = database.repositories;
  /** Reviewers stopped these: they begin them again when they want to. */
  const left = new Set<VerifiedQuestionId>();
  let open = false;
  let going: Promise<void> | null = null;
  let again = false;
  return { start, soon, leave, settled, close };

  /** From now on; what waits since before comes first. */
  function start(): void {
    open = true;
    soon();
  }

  /** Drafts may have come. Returns at once. */
  function soon(): void {
    again = true;
    if (open) going ??= lookThrough();
  }

  function leave(id: VerifiedQuestionId): void {
    left.add(id);
  }

  async function lookThrough(): Promise<void> {
    try {
      while (again && open) {
        again = false;
        await checkAll();
      }
    } catch (error) {
      log.warn({ err: error }, 'drafts could not be looked through for their checks');
    } finally {
      going = null;
    }
  }

  async function checkAll(): Promise<void> {
    let last: VerifiedQuestionRow | null = null;
    do {
      const page: VerifiedQuestionRow[] = await verifiedQuestions.listDrafts(last, PAGE);
      for (const row of page) if (waits(row)) await checkOne(row.id);
      last = page.at(-1) ?? null;
    } while (last !== null && open);
  }

  /** Begun again where a reviewer's check went before it. */
  async function checkOne(id: VerifiedQuestionId): Promise<void> {
    for (;;) {
      await checks.settled();
      const [row, reviewer] = [await verifiedQuestions.getById(id), await aReviewer()];
      if (!open || !row || !reviewer || !waits(row)) return;
      await checks.beginUnattended(reviewer, row);
    }
  }

  /** A check that broke is not repeated by itself, but the one that only the end of the process stopped. */
  function waits({ id, status, check, begunCheck }: VerifiedQuestionRow): boolean {
    const untried = begunCheck === null || (begunCheck.why === 'lost' && begunCheck.startedBy === null);
    return status === 'draft' && check === null && untried && !left.has(id);
  }

  /** Whose rights count while nobody has asked for the check: the first of those who may. */
  async function aReviewer(): Promise<Actor | null> {
    const reviewers = (await users.list()).filter(({ active, role }) => active && roleMay(role, 'verifiedQuestion.review'));
    const [first] = reviewers.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
    return first ? { userId: first.id, username: first.username, role: first.role, attributes: first.attributes } : null;
  }

  /** Resolves when nothing is left to do. */
  async function settled(): Promise<void> {
    while (going) await going;
  }

  /** Stops what is under way; the next start takes it up. */
  async function close(): Promise<void> {
    open = false;
    await checks.stopUnattended();
    await settled();
  }
}
