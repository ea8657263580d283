import {
  type Actor,
  type DataSourceId,
  MAX_OPEN_PROPOSALS,
  newId,
  type ProposedVerified,
  type RunId,
  roleMay,
  type VerifiedQuestionOrigin,
} from '@majed-vanna/contract';
import type { DataSourceRow, Repositories, VerifiedQuestionRow } from '@majed-vanna/db';
import { languageOf, questionKey } from '@majed-vanna/nlq';
import { dayOf, localDate } from '../answer/local-date.ts';

type Author = Pick<Actor, 'userId' | 'role'>;

export interface Proposal {
  readonly source: Pick<DataSourceRow, 'id' | 'kind'>;
  readonly question: string;
  readonly sql: string;
  readonly origin: VerifiedQuestionOrigin;
  readonly runId: RunId | null;
  readonly author: Author;
  /** When the statement was written. */
  readonly writtenAt: Date;
}

/**
 * Lets a question with its statement wait for a reviewer; what was proposed before, and even rejected, is not proposed
 * again. Call it inside of a transaction. Null when too many of its author wait already: nobody floods the reviewers.
 */
export async function propose(
  { verifiedQuestions, auditLog, dataSources, users }: Pick<Repositories, 'verifiedQuestions' | 'auditLog' | 'dataSources' | 'users'>,
  { source, question, sql, origin, runId, author, writtenAt }: Proposal,
  at: Date,
): Promise<ProposedVerified | null> {
  // Two at once would both find nothing of the kind, and the last free place twice.
  await dataSources.lock(source.id);
  await users.lock(author.userId);
  const same = await sameProposals(verifiedQuestions, source.id, question, sql);
  const known = same.find((one) => maySee(author, one));
  if (known) return { status: known.status };
  if ((await verifiedQuestions.countDraftsOf(author.userId)) >= MAX_OPEN_PROPOSALS) return null;
  if (same.length > 0) return { status: 'draft' };
  const { id, status } = await verifiedQuestions.create({
    id: newId('vfq', at.getTime()),
    dataSourceId: source.id,
    question: question.trim(),
    questionKey: questionKey(question),
    language: languageOf(question),
    sql: sql.trim(),
    asOf: dayOf(source, localDate(writtenAt)),
    status: 'draft',
    origin,
    originRunId: runId,
    author: author.userId,
    createdAt: at,
  });
  const details = { origin, run: runId };
  await auditLog.append({ at, actor: author.userId, action: 'verifiedQuestion.proposed', target: id, details });
  return { status };
}

/** Proposals of the same question with the same statement, whatever became of them. */
export async function sameProposals(
  verifiedQuestions: Repositories['verifiedQuestions'],
  source: DataSourceId,
  question: string,
  sql: string,
) {
  const all = await verifiedQuestions.listByKey(source, questionKey(question));
  return all.filter((one) => sameStatement(one.sql, sql));
}

/** What became of somebody else's proposal is a matter of reviewers, until answers come from it. */
export function maySee({ userId, role }: Author, { author, status }: VerifiedQuestionRow): boolean {
  return author === userId || status === 'verified' || roleMay(role, 'verifiedQuestion.read');
}

/** But for white space and a closing semicolon. */
export function sameStatement(one: string, other: string): boolean {
  return oneLine(one) === oneLine(other);
}

const oneLine = (sql: string) =>
  sql
    .replace(/\s+/g, ' ')
    .replace(/[\s;]+$/, '')
    .trim();
