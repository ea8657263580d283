import { type Actor, type Role, SYSTEM_USE, type UsageInput, type UsageRow, type UserId, userId } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { AGENT_LIMITS } from '../agent/agent-limits.ts';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import { modelSettings } from './model-settings.ts';
import { createTokenReservations } from './token-reservations.ts';

export interface ModelUsageDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** What one question may use at most. */
  readonly tokensPerQuestion?: number;
}

export interface UsedTokens {
  readonly input: number;
  readonly output: number;
}

type UsedModel = Pick<ModelEndpoint, 'model' | 'prices'>;

/** Leave to ask a model once. */
export interface ModelLeave {
  /** In and out together; null when there is no quota. */
  readonly tokens: number | null;
  /** Keeps what was used and gives the rest back; call it in every case, with zeros when nothing was used. Never fails. */
  settle(endpoint: ModelEndpoint, used: UsedTokens): Promise<void>;
}

export type ModelUsage = ReturnType<typeof createModelUsage>;

/** Counts what people use of models, and holds them to their quotas. Days are UTC. */
export function createModelUsage({ database, clock, log, tokensPerQuestion = AGENT_LIMITS.tokens }: ModelUsageDeps) {
  const reservations = createTokenReservations({ perQuestion: tokensPerQuestion });
  const { modelUses, users } = database.repositories;
  return { admit, record, recordOwn, quotaReached, usage };

  /** Null when today's quota is used up, or held by questions that are under way. */
  async function admit(actor: Pick<Actor, 'userId' | 'role'>): Promise<ModelLeave | null> {
    const quota = await quotaOf(actor);
    if (quota === null) return { tokens: null, settle: (endpoint, used) => record(actor, endpoint, used) };
    const share = await takeShare(actor.userId, quota);
    if (!share) return null;
    return {
      tokens: share.tokens,
      async settle(endpoint, used) {
        await record(actor, endpoint, used);
        share.giveBack();
      },
    };
  }

  /** What is under way counts as not used. */
  async function quotaReached(actor: Pick<Actor, 'userId' | 'role'>): Promise<boolean> {
    const quota = await quotaOf(actor);
    return quota !== null && (await modelUses.tokensOf(actor.userId, today())) >= quota;
  }

  /** Never fails: an answer is worth more than its bill. */
  async function record({ userId, role }: Pick<Actor, 'userId' | 'role'>, endpoint: UsedModel, used: UsedTokens): Promise<void> {
    await add(userId, role, endpoint, used);
  }

  /** What no person asked for: it is shown, and nobody's quota pays for it. Never fails. */
  async function recordOwn(endpoint: UsedModel, used: UsedTokens): Promise<void> {
    await add(SYSTEM_USE, SYSTEM_USE, endpoint, used);
  }

  async function add(userId: string, role: Role | typeof SYSTEM_USE, endpoint: UsedModel, used: UsedTokens): Promise<void> {
    const { input: inputTokens, output: outputTokens } = used;
    if (inputTokens + outputTokens === 0) return;
    const cost = (inputTokens * (endpoint.prices?.input ?? 0) + outputTokens * (endpoint.prices?.output ?? 0)) / 1_000_000;
    await modelUses
      .add({ userId, day: today(), model: endpoint.model, role, requests: 1, inputTokens, outputTokens, cost })
      .catch((error: unknown) => log.error({ err: error }, 'the use of a language model was not recorded'));
  }

  /** @throws AppError `forbidden` */
  async function usage(actor: Actor, { from, to, by }: UsageInput): Promise<UsageRow[]> {
    requirePermission(actor, 'model.read');
    const rows = await modelUses.sums({ from, to, by: by === 'user' ? 'userId' : by });
    const names = by === 'user' ? new Map((await users.list()).map(({ id, username }) => [id, username])) : null;
    const nameOf = (key: string) => {
      const id = userId.safeParse(key);
      return (id.success && names?.get(id.data)) || key;
    };
    return rows.map((row) => ({ ...row, label: nameOf(row.key) }));
  }

  async function quotaOf({ userId, role }: Pick<Actor, 'userId' | 'role'>): Promise<number | null> {
    const quotas = await modelSettings(database.repositories).quotas();
    return quotas.users[userId] ?? quotas.roles[role] ?? null;
  }

  /** What is settled between reading and taking would count neither as used nor as held: then it is read again. */
  async function takeShare(user: UserId, quota: number) {
    for (;;) {
      const settled = reservations.settledCount();
      const used = await modelUses.tokensOf(user, today());
      if (settled === reservations.settledCount()) return reservations.take(user, { quota, used });
    }
  }

  function today(): string {
    return clock.now().toISOString().slice(0, 10);
  }
}
