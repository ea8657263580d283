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

  /** Sums from a day on, that day included, with the last use whenever it was. Tools that are gone are left out. */
  async function since(day: string): Promise<ToolUseCount[]> {
    const [last, sums] = await Promise.all([
      uses.groupBy({ by: ['tool'], _max: { lastUsedAt: true } }),
      uses.groupBy({ by: ['tool'], where: { day: { gte: day } }, _sum: { calls: true, failures: true } }),
    ]);
    return last.flatMap(({ tool, _max: { lastUsedAt } }) => {
      const known = toolName.safeParse(tool);
      if (!known.success || !lastUsedAt) return [];
      const sum = sums.find((one) => one.tool === tool)?._sum;
      return [{ tool: known.data, calls: sum?.calls ?? 0, failures: sum?.failures ?? 0, lastUsedAt }];
    });
  }
}

export type ToolUseRepository = ReturnType<typeof createToolUseRepository>;
