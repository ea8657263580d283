import { type UserId, userId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';

/** How much is remembered of one owner. */
export interface ConversationSize {
  readonly userId: UserId;
  readonly conversations: number;
  readonly answers: number;
  /** Of the run logs, which hold nearly all of it. */
  readonly bytes: number;
  readonly lastUsedAt: Date;
}

/** Per owner, of all or of one. Reads every run log: for a page that is seldom opened. */
export async function conversationSizes(connection: PrismaConnection, owner?: UserId): Promise<ConversationSize[]> {
  const everyone = owner === undefined;
  const [groups, logs] = await Promise.all([
    connection.conversation.groupBy({
      by: ['userId'],
      _count: true,
      _max: { updatedAt: true },
      ...(everyone ? {} : { where: { userId: owner } }),
    }),
    // Both databases count the characters of the stored JSON; numbers come as bigint from one of them.
    connection.$queryRaw<{ owner: string; answers: bigint | number; characters: bigint | number | null }[]>`
      SELECT c.user_id AS owner, COUNT(DISTINCT a.id) AS answers, SUM(LENGTH(CAST(e.event AS TEXT))) AS characters
      FROM conversations c JOIN answers a ON a.conversation_id = c.id LEFT JOIN run_events e ON e.run_id = a.id
      WHERE ${everyone ? 1 : 0} = 1 OR c.user_id = ${owner ?? ''}
      GROUP BY c.user_id`,
  ]);
  const logOf = new Map(logs.map((log) => [log.owner, log]));
  return groups.flatMap(({ userId: id, _count, _max }) =>
    _max.updatedAt === null
      ? []
      : [
          {
            userId: userId.parse(id),
            conversations: _count,
            answers: Number(logOf.get(id)?.answers ?? 0),
            bytes: Number(logOf.get(id)?.characters ?? 0),
            lastUsedAt: _max.updatedAt,
          },
        ],
  );
}
