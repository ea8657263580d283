import {
  type DataSourceId,
  MAX_OPEN_PROPOSALS,
  newId,
  type ProposedVerified,
  type RunId,
  type UserId,
  type VerifiedQuestionOrigin,
} from '@majed-vanna/contract';
import type { DataSourceRow, Repositories } from '@majed-vanna/db';
import { languageOf, questionKey } from '@majed-vanna/nlq';
import { dayOf, localDate } from '../answer/local-date.ts';

export interface Proposal {
  readonly source: Pick<DataSourceRow, 'id' | 'kind'>;
  readonly question: string;
  readonly sql: string;
  readonly origin: VerifiedQuestionOrigin;
  readonly runId: RunId | null;
  readonly author: UserId;
  /** When the statement was written. */
  readonly writtenAt: Date;
}

/**
 * Lets a question with its statement wait for a reviewer; what was proposed before, and even rejected, is not proposed
 * again. Call it inside of a transaction. Null when too many of its author wait already: nobody floods the reviewers.
 */
export async function propose(
  { verifiedQuestions, auditLog }: Pick<Repositories, 'verifiedQuestions' | 'auditLog'>,
  { source, question, sql, origin, runId, author, writtenAt }: Proposal,
  at: Date,
): Promise<ProposedVerified | null> {
  const known = await sameProposal(verifiedQuestions, source.id, question, sql);
  if (known) return { id: known.id, status: known.status };
  if ((await verifiedQuestions.countDraftsOf(author)) >= MAX_OPEN_PROPOSALS) return null;
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
    author,
    createdAt: at,
  });
  await auditLog.append({ at, actor: author, action: 'verifiedQuestion.proposed', target: id, details: { origin, run: runId } });
  return { id, status };
}

/** The proposal of the same question with the same statement, whatever became of it. */
export async function sameProposal(
  verifiedQuestions: Repositories['verifiedQuestions'],
  source: DataSourceId,
  question: string,
  sql: string,
) {
  const all = await verifiedQuestions.listByKey(source, questionKey(question));
  return all.find((one) => sameStatement(one.sql, sql)) ?? null;
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
