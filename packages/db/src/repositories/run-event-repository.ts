import { type AnswerEvent, because, type ConversationId, type RunId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import { guarded } from './repository-error.ts';
import { fromJson, toJson } from './stored-json.ts';

export interface RunEventRow {
  readonly runId: RunId;
  readonly seq: number;
  readonly event: AnswerEvent;
}

/** Append-only: what was told once is never changed. */
export function createRunEventRepository({ runEvent: events }: PrismaConnection) {
  return { append, listAfter, listByConversation };

  /**
   * Appends events, the first one under `seq`.
   * @throws AppError `conflict` when a number is taken, or the run was removed.
   */
  async function append(runId: RunId, seq: number, appended: readonly AnswerEvent[], at: Date = new Date()): Promise<void> {
    const data = appended.map((event, index) => ({ runId, seq: seq + index, event: toJson(event), createdAt: at }));
    await guarded(events.createMany({ data }), { conflict: because('run_gone') });
  }

  /** In order. */
  async function listAfter(runId: RunId, seq: number): Promise<RunEventRow[]> {
    return (await events.findMany({ where: { runId, seq: { gt: seq } }, orderBy: { seq: 'asc' } })).map(toRow);
  }

  /** Of all runs of a conversation, in order within each run. */
  async function listByConversation(conversationId: ConversationId): Promise<RunEventRow[]> {
    return (await events.findMany({ where: { answer: { conversationId } }, orderBy: [{ runId: 'asc' }, { seq: 'asc' }] })).map(toRow);
  }
}

export type RunEventRepository = ReturnType<typeof createRunEventRepository>;

function toRow({ runId, seq, event }: { runId: string; seq: number; event: unknown }): RunEventRow {
  // A foreign key holds it to the id of an answer.
  return { runId: runId as RunId, seq, event: fromJson(event) };
}
