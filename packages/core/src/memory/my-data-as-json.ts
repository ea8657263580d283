import type { Actor } from '@majed-vanna/contract';
import type { AuditEventRow, ConversationRow, Database } from '@majed-vanna/db';

const PAGE = 50;
const AUDIT_PAGE = 500;

/**
 * Everything that is kept of one person. Rows of answers are not in it: whether they may still be read is decided anew each
 * time, by opening the answer.
 */
export async function* myDataAsJson({ repositories }: Database, actor: Actor, at: Date): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const user = await repositories.users.getById(actor.userId);
  const profile = user && {
    id: user.id,
    username: user.username,
    role: user.role,
    attributes: user.attributes,
    createdAt: user.createdAt,
    lastLoginAt: user.lastLoginAt,
    passwordChangedAt: user.passwordChangedAt,
  };
  const sessions = await repositories.sessions.listByUser(actor.userId, at);
  yield encoder.encode(`{\n"exportedAt": ${JSON.stringify(at)},\n"profile": ${JSON.stringify(profile)}`);
  yield encoder.encode(`,\n"sessions": ${JSON.stringify(sessions)}`);
  yield encoder.encode(`,\n"proposedQuestions": ${JSON.stringify(await proposedQuestions())}`);
  yield encoder.encode(`,\n"modelUse": ${JSON.stringify(await repositories.modelUses.listByUser(actor.userId))}`);
  for (const [name, entries] of [
    ['conversations', conversations()],
    ['activity', activity()],
  ] as const) {
    yield encoder.encode(`,\n${JSON.stringify(name)}: [`);
    let separator = '\n';
    for await (const entry of entries) {
      yield encoder.encode(`${separator}${JSON.stringify(entry)}`);
      separator = ',\n';
    }
    yield encoder.encode(']');
  }
  yield encoder.encode('\n}\n');

  async function* conversations() {
    let last: ConversationRow | undefined;
    do {
      const page = await repositories.conversations.list(actor.userId, { limit: PAGE, before: last?.updatedAt, beforeId: last?.id });
      for (const conversation of page) yield { ...conversation, turns: await turnsOf(conversation) };
      last = page.at(-1);
    } while (last);
  }

  async function turnsOf({ id }: ConversationRow) {
    const [messages, answers] = await Promise.all([
      repositories.messages.listByConversation(id),
      repositories.answers.listByConversation(id),
    ]);
    const answerOf = new Map(answers.map((answer) => [answer.messageId, answer]));
    return Promise.all(
      messages.map(async ({ id: messageId, text, createdAt }) => {
        const answer = answerOf.get(messageId);
        const { outcome = null, sql = null, executedSql = null, receipt = null, finishedAt = null } = answer ?? {};
        const said = answer ? await repositories.answerFeedback.get(answer.id, actor.userId) : null;
        const feedback = said && { verdict: said.verdict, comment: said.comment, createdAt: said.createdAt };
        return { question: text, askedAt: createdAt, outcome, sql, executedSql, receipt, feedback, finishedAt };
      }),
    );
  }

  async function proposedQuestions() {
    const proposed = await repositories.verifiedQuestions.listByAuthor(actor.userId);
    return proposed.map(({ question, sql, status, createdAt }) => ({ question, sql, status, createdAt }));
  }

  async function* activity() {
    let last: AuditEventRow | undefined;
    do {
      const after = last && { before: last.at, beforeId: last.id };
      const page = await repositories.auditLog.list({ actor: actor.userId, limit: AUDIT_PAGE, ...after });
      for (const { at: moment, action, target, details } of page) yield { at: moment, action, target, details };
      last = page.at(-1);
    } while (last);
  }
}
