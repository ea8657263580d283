import { type ToolName, toolName } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import { addOrCreate } from './add-or-create.ts';

export interface ToolUseCount {
  readonly tool: ToolName;
  readonly calls: number;
  readonly failures: number;
  readonly lastUsedAt: Date;
}

/** How often each tool was called, per day (UTC, `2026-01-31`). */
export function createToolUseRepository({ toolUse: uses }: PrismaConnection) {
  return { add, since };

  /** To what the day has already; not inside a transaction. */
  async function add({ tool, day, calls, failures, lastUsedAt }: ToolUseCount & { readonly day: string }): Promise<void> {
    await addOrCreate(
      () =>
        uses.updateMany({
          where: { tool, day },
          data: { calls: { increment: calls }, failures: { increment: failures }, lastUsedAt },
        }),
      () => uses.create({ data: { tool, day, calls, failures, lastUsedAt } }),
    );
  }

  /** Sums from a day on, that day included. Tools that are gone are left out. */
  async function since(day: string): Promise<ToolUseCount[]> {
    const sums = await uses.groupBy({
      by: ['tool'],
      where: { day: { gte: day } },
      _sum: { calls: true, failures: true },
      _max: { lastUsedAt: true },
    });
    return sums.flatMap(({ tool, _sum, _max }) => {
      const known = toolName.safeParse(tool);
      if (!known.success || !_max.lastUsedAt) return [];
      return [{ tool: known.data, calls: _sum.calls ?? 0, failures: _sum.failures ?? 0, lastUsedAt: _max.lastUsedAt }];
    });
  }
}

export type ToolUseRepository = ReturnType<typeof createToolUseRepository>;
