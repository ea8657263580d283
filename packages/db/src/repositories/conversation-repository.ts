import { because, type ConversationId, conversationId, type DataSourceId, dataSourceId, type UserId, userId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { Conversation } from '../generated/sqlite/client.ts';
import { type ConversationSize, conversationSizes } from './conversation-size.ts';
import { guarded } from './repository-error.ts';
import { searchKey, storable } from './text-keys.ts';

export interface ConversationRow {
  readonly id: ConversationId;
  readonly userId: UserId;
  readonly dataSourceId: DataSourceId;
  readonly title: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewConversation = Pick<ConversationRow, 'id' | 'userId' | 'dataSourceId' | 'title' | 'createdAt'>;

export interface ConversationFilter {
  /** In the title or in a question; case, accents and vowel signs do not count. */
  readonly search?: string | undefined;
  readonly limit: number;
  /** Only those last used before this moment: the next page. */
  readonly before?: Date | undefined;
  /** With `before`: also those of that very moment that come after this one. */
  readonly beforeId?: ConversationId | undefined;
}

const absent = because('no_such_conversation');

/** Conversations that may go: last used before a moment, of one owner or of all. */
export interface UnusedFilter {
  readonly before: Date;
  readonly owner?: UserId | undefined;
}

export function createConversationRepository(connection: PrismaConnection) {
  const { conversation: conversations } = connection;
  return { list, getById, create, rename, touch, remove, removeUnused, countUnused, sizes };

  /** Last used first. */
  async function list(owner: UserId, { search, limit, before, beforeId }: ConversationFilter): Promise<ConversationRow[]> {
    const key = searchKey(search ?? '');
    const found = await conversations.findMany({
      where: {
        userId: owner,
        ...(before && { AND: { OR: [{ updatedAt: { lt: before } }, ...(beforeId ? [{ updatedAt: before, id: { lt: beforeId } }] : [])] } }),
        ...(key && { OR: [{ titleKey: { contains: key } }, { messages: { some: { textKey: { contains: key } } } }] }),
      },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return found.map(toRow);
  }

  async function getById(id: ConversationId): Promise<ConversationRow | null> {
    const found = await conversations.findUnique({ where: { id } });
    return found && toRow(found);
  }

  async function create(conversation: NewConversation): Promise<ConversationRow> {
    const data = { ...conversation, ...titled(conversation.title), updatedAt: conversation.createdAt };
    return toRow(await guarded(conversations.create({ data }), { conflict: because('conversation_without_source') }));
  }

  /** Leaves its place in the list. @throws AppError `not_found` */
  async function rename(id: ConversationId, title: string): Promise<ConversationRow> {
    const data = titled(title);
    return toRow(await guarded(conversations.update({ where: { id }, data }), { absent }));
  }

  /** Moves it to the top of the list. @throws AppError `not_found` */
  async function touch(id: ConversationId, at: Date): Promise<void> {
    await guarded(conversations.update({ where: { id }, data: { updatedAt: at } }), { absent });
  }

  /** With its messages, answers and their events. @throws AppError `not_found` */
  async function remove(id: ConversationId): Promise<void> {
    await guarded(conversations.delete({ where: { id } }), { absent });
  }

  /** With all that is in them, at most `limit` at once; one with a question in the works stays. @returns how many were removed */
  async function removeUnused(filter: UnusedFilter, limit: number): Promise<number> {
    const found = await conversations.findMany({ where: unused(filter), select: { id: true }, orderBy: { updatedAt: 'asc' }, take: limit });
    return (await conversations.deleteMany({ where: { ...unused(filter), id: { in: found.map(({ id }) => id) } } })).count;
  }

  async function countUnused(filter: UnusedFilter): Promise<number> {
    return conversations.count({ where: unused(filter) });
  }

  function sizes(owner?: UserId): Promise<ConversationSize[]> {
    return conversationSizes(connection, owner);
  }
}

export type ConversationRepository = ReturnType<typeof createConversationRepository>;

function unused({ before, owner }: UnusedFilter) {
  return { updatedAt: { lt: before }, answers: { none: { finishedAt: null } }, ...(owner && { userId: owner }) };
}

function titled(title: string) {
  return { title: storable(title), titleKey: searchKey(storable(title)) };
}

function toRow({ titleKey: _key, ...conversation }: Conversation): ConversationRow {
  return {
    ...conversation,
    id: conversationId.parse(conversation.id),
    userId: userId.parse(conversation.userId),
    dataSourceId: dataSourceId.parse(conversation.dataSourceId),
  };
}
