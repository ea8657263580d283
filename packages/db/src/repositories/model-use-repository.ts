import type { Role, SYSTEM_USE } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import { addOrCreate } from './add-or-create.ts';

export interface ModelUseRow {
  /** Whoever acts through any door, not only users; `SYSTEM_USE` for the product itself. */
  readonly userId: string;
  /** UTC, `2026-01-31`. */
  readonly day: string;
  readonly model: string;
  readonly role: Role | typeof SYSTEM_USE;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the settings. */
  readonly cost: number;
}

export interface ModelUseSum extends Omit<ModelUseRow, 'userId' | 'day' | 'model' | 'role'> {
  /** The value that was grouped by. */
  readonly key: string;
}

export type ModelUseGroup = 'userId' | 'role' | 'model' | 'day';

/** What people used of models, per day. */
export function createModelUseRepository({ modelUse: uses }: PrismaConnection) {
  return { add, tokensOf, sums, listByUser };

  /** To what the day has already; not inside a transaction. */
  async function add({ userId, day, model, role, requests, inputTokens, outputTokens, cost }: ModelUseRow): Promise<void> {
    await addOrCreate(
      () =>
        uses.updateMany({
          where: { userId, day, model },
          data: {
            role,
            requests: { increment: requests },
            inputTokens: { increment: inputTokens },
            outputTokens: { increment: outputTokens },
            cost: { increment: cost },
          },
        }),
      () => uses.create({ data: { userId, day, model, role, requests, inputTokens, outputTokens, cost } }),
    );
  }

  /** In and out, over all models. */
  async function tokensOf(userId: string, day: string): Promise<number> {
    const { _sum } = await uses.aggregate({ where: { userId, day }, _sum: { inputTokens: true, outputTokens: true } });
    return (_sum.inputTokens ?? 0) + (_sum.outputTokens ?? 0);
  }

  /** By day and model. */
  async function listByUser(userId: string): Promise<Omit<ModelUseRow, 'userId' | 'role'>[]> {
    const select = { day: true, model: true, requests: true, inputTokens: true, outputTokens: true, cost: true };
    return uses.findMany({ where: { userId }, orderBy: [{ day: 'asc' }, { model: 'asc' }], select });
  }

  /** From a day to a day, both included; most tokens first, days in their order. */
  async function sums({ from, to, by }: { from: string; to: string; by: ModelUseGroup }): Promise<ModelUseSum[]> {
    const found = await uses.groupBy({
      by: [by],
      where: { day: { gte: from, lte: to } },
      _sum: { requests: true, inputTokens: true, outputTokens: true, cost: true },
    });
    const rows = found.map(({ _sum, ...group }) => ({
      key: String(group[by]),
      requests: _sum.requests ?? 0,
      inputTokens: _sum.inputTokens ?? 0,
      outputTokens: _sum.outputTokens ?? 0,
      cost: _sum.cost ?? 0,
    }));
    const tokens = (row: ModelUseSum) => row.inputTokens + row.outputTokens;
    return rows.sort((a, b) => (by === 'day' ? a.key.localeCompare(b.key) : tokens(b) - tokens(a) || a.key.localeCompare(b.key)));
  }
}

export type ModelUseRepository = ReturnType<typeof createModelUseRepository>;
