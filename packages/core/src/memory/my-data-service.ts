import type { Actor, MyData } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import type { AnswerService } from '../answer/answer-service.ts';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import type { MemoryService } from './memory-service.ts';
import { myDataAsJson } from './my-data-as-json.ts';

export interface MyDataServiceDeps {
  readonly database: Database;
  readonly memory: Pick<MemoryService, 'retention'>;
  readonly answers: Pick<AnswerService, 'cancel'>;
  readonly clock: Clock;
}

export type MyDataService = ReturnType<typeof createMyDataService>;

/** Enough to remove everything of one person in a few transactions. */
const BATCH = 50;

/** What the product remembers of a person, for that person: how much, all of it as a file, and its end. */
export function createMyDataService({ database, memory, answers, clock }: MyDataServiceDeps) {
  const { conversations, sessions, auditLog } = database.repositories;
  return { get, exportAll, remove };

  /** @throws AppError `forbidden` */
  async function get(actor: Actor): Promise<MyData> {
    requirePermission(actor, 'profile.read');
    const [[size], open, activity, retention] = await Promise.all([
      conversations.sizes(actor.userId),
      sessions.listByUser(actor.userId, clock.now()),
      auditLog.count(actor.userId),
      memory.retention(),
    ]);
    const { conversations: count = 0, answers: answered = 0, bytes = 0 } = size ?? {};
    return { conversations: count, answers: answered, bytes, sessions: open.length, activity, retention };
  }

  /** One JSON document, written as it is read. @throws AppError `forbidden` */
  async function exportAll(actor: Actor) {
    requirePermission(actor, 'profile.read');
    const at = clock.now();
    await auditLog.append({ at, actor: actor.userId, action: 'profile.exported', target: actor.userId });
    return {
      fileName: `majed-vanna-${at.toISOString().slice(0, 10)}.json`,
      contentType: 'application/json; charset=utf-8',
      body: myDataAsJson(database, actor, at),
    };
  }

  /**
   * Removes every conversation of the actor; what is being answered is stopped first. The account and the audit log stay:
   * they are the organisation's.
   * @returns how many conversations @throws AppError `forbidden`
   */
  async function remove(actor: Actor): Promise<number> {
    requirePermission(actor, 'profile.write');
    const unfinished = await database.repositories.answers.listUnfinished();
    for (const { id, conversationId } of unfinished)
      if ((await conversations.getById(conversationId))?.userId === actor.userId) await answers.cancel(actor, id);
    const filter = { before: new Date(clock.now().getTime() + 1), owner: actor.userId };
    let total = 0;
    for (let removed = -1; removed !== 0; total += removed) removed = await conversations.removeUnused(filter, BATCH);
    await auditLog.append({
      at: clock.now(),
      actor: actor.userId,
      action: 'profile.erased',
      target: actor.userId,
      details: { conversations: total },
    });
    return total;
  }
}
