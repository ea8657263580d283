import type { PrismaConnection } from '../connection/prisma-client.ts';
import { isUniqueViolation } from './repository-error.ts';
import { toJson } from './stored-json.ts';

/** Values are JSON; who reads one checks its shape. */
export function createSettingRepository({ setting: settings }: PrismaConnection) {
  return { get, set, insert, all };

  async function get(key: string): Promise<unknown> {
    return (await settings.findUnique({ where: { key } }))?.value ?? null;
  }

  async function set(key: string, value: unknown, at: Date = new Date()): Promise<void> {
    const data = { value: toJson(value), updatedAt: at };
    await settings.upsert({ where: { key }, create: { key, ...data }, update: data });
  }

  /**
   * For what must happen only once, whoever else tries at the same time.
   * @returns false when the key was there already; inside a transaction, let that transaction fail.
   */
  async function insert(key: string, value: unknown, at: Date = new Date()): Promise<boolean> {
    try {
      await settings.create({ data: { key, value: toJson(value), updatedAt: at } });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  async function all(): Promise<Readonly<Record<string, unknown>>> {
    return Object.fromEntries((await settings.findMany({ orderBy: { key: 'asc' } })).map(({ key, value }) => [key, value]));
  }
}

export type SettingRepository = ReturnType<typeof createSettingRepository>;
