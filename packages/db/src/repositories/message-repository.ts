import { because, type ConversationId, conversationId, type MessageId, messageId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { Message } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { searchKey, storable } from './text-keys.ts';

/** A question, as it was asked. */
export interface MessageRow {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly createdAt: Date;
}

export function createMessageRepository({ message: messages }: PrismaConnection) {
  return { create, listByConversation };

  /** @throws AppError `conflict` when the conversation does not exist (any more). */
  async function create(message: MessageRow): Promise<MessageRow> {
    const text = storable(message.text);
    const data = { ...message, text, textKey: searchKey(text) };
    return toRow(await guarded(messages.create({ data }), { conflict: because('conversation_gone') }));
  }

  /** Oldest first. */
  async function listByConversation(conversation: ConversationId): Promise<MessageRow[]> {
    const where = { conversationId: conversation };
    return (await messages.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  }
}

export type MessageRepository = ReturnType<typeof createMessageRepository>;

function toRow({ id, conversationId: conversation, text, createdAt }: Message): MessageRow {
  return { id: messageId.parse(id), conversationId: conversationId.parse(conversation), text, createdAt };
}
