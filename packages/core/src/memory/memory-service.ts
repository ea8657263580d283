import { type Actor, type MemoryOverview, type PurgeInput, type Retention, retention } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';

export interface MemoryServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

export type MemoryService = ReturnType<typeof createMemoryService>;

const RETENTION_KEY = 'memory.retention';
const DAY_MS = 24 * 60 * 60_000;
/** Removing a conversation takes its run logs along: in small transactions nobody else waits long. */
const BATCH = 50;

/** How long conversations are kept, how much they take, and what is removed: for administrators, and by itself. */
export function createMemoryService({ database, clock, log }: MemoryServiceDeps) {
  const { conversations, users, settings } = database.repositories;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> = Promise.resolve();
  return { overview, setRetention, countPurge, purge, retention: currentRetention, sweep, start, stop };

  /** @throws AppError `forbidden` */
  async function overview(actor: Actor): Promise<MemoryOverview> {
    requirePermission(actor, 'memory.read');
    const [sizes, known, kept] = await Promise.all([conversations.sizes(), users.list(), currentRetention()]);
    const nameOf = new Map<string, string>(known.map(({ id, username }) => [id, username]));
    const sum = (field: 'conversations' | 'answers' | 'bytes') => sizes.reduce((total, size) => total + size[field], 0);
    return {
      conversations: sum('conversations'),
      answers: sum('answers'),
      bytes: sum('bytes'),
      retention: kept,
      owners: sizes
        .sort((a, b) => b.bytes - a.bytes)
        .map((size) => ({ ...size, username: nameOf.get(size.userId) ?? null, lastUsedAt: size.lastUsedAt.toISOString() })),
    };
  }

  /** Takes effect at the next daily sweep. @throws AppError `forbidden` */
  async function setRetention(actor: Actor, next: Retention): Promise<void> {
    requirePermission(actor, 'memory.write');
    const at = clock.now();
    await database.transaction(async (within) => {
      const before = readRetention(await within.settings.get(RETENTION_KEY));
      await within.settings.set(RETENTION_KEY, next, at);
      await within.auditLog.append({
        at,
        actor: actor.userId,
        action: 'memory.retention',
        details: { before: before.days, after: next.days },
      });
    });
  }

  /** How many conversations `purge` would remove now. @throws AppError `forbidden` */
  async function countPurge(actor: Actor, input: PurgeInput): Promise<number> {
    requirePermission(actor, 'memory.read');
    return conversations.countUnused(unusedFor(input));
  }

  /** Conversations with a question in the works stay. @returns how many were removed @throws AppError `forbidden` */
  async function purge(actor: Actor, input: PurgeInput): Promise<number> {
    requirePermission(actor, 'memory.write');
    const removed = await removeAll(unusedFor(input));
    await database.repositories.auditLog.append({
      at: clock.now(),
      actor: actor.userId,
      action: 'memory.purged',
      target: input.userId ?? null,
      details: { unusedDays: input.unusedDays, conversations: removed },
    });
    return removed;
  }

  async function currentRetention(): Promise<Retention> {
    return readRetention(await settings.get(RETENTION_KEY));
  }

  /** Removes what is older than the policy allows. @returns how many conversations */
  async function sweep(): Promise<number> {
    const { days } = await currentRetention();
    if (days === null) return 0;
    const removed = await removeAll(unusedFor({ unusedDays: days }));
    if (removed > 0)
      await database.repositories.auditLog.append({
        at: clock.now(),
        actor: 'system',
        action: 'memory.purged',
        details: { unusedDays: days, conversations: removed },
      });
    return removed;
  }

  /** Sweeps now and once a day. */
  function start(): void {
    const quietly = () => {
      sweeping = sweep().then(
        (removed) => void (removed > 0 && log.info({ conversations: removed }, 'conversations past their retention removed')),
        (error: unknown) => log.error({ err: error }, 'conversations past their retention could not be removed'),
      );
    };
    timer ??= setInterval(quietly, DAY_MS).unref();
    quietly();
  }

  /** Resolves when no sweep is going on. */
  async function stop(): Promise<void> {
    clearInterval(timer);
    timer = undefined;
    await sweeping;
  }

  async function removeAll(filter: Parameters<typeof conversations.removeUnused>[0]): Promise<number> {
    let total = 0;
    for (let removed = -1; removed !== 0; total += removed) removed = await conversations.removeUnused(filter, BATCH);
    return total;
  }

  function unusedFor({ userId, unusedDays }: PurgeInput) {
    return { before: new Date(clock.now().getTime() - unusedDays * DAY_MS), owner: userId };
  }
}

/** Kept for ever until somebody says otherwise. */
function readRetention(stored: unknown): Retention {
  return retention.safeParse(stored).data ?? { days: null };
}
