import { AppError, because, type DataSourceId, type VerifiedQuestion } from '@majed-vanna/contract';
import type { Repositories, VerifiedQuestionRow } from '@majed-vanna/db';
import { questionKey } from '@majed-vanna/nlq';
import { MOST_BEFORE } from '../answer/asked-question.ts';
import type { CheckJobs } from './check-jobs.ts';
import { sameStatement } from './proposals.ts';

/** A proposed or verified question as a reviewer reads it: names for ids, its check, what stands against it. */
export function createVerifiedQuestionView(repositories: Repositories, { progressOf }: Pick<CheckJobs, 'progressOf'>) {
  return { one, all, conflictsOf };

  async function one(row: VerifiedQuestionRow): Promise<VerifiedQuestion> {
    const [presented] = await all([row]);
    if (!presented) throw AppError.because('not_found', because('no_such_question'));
    return presented;
  }

  async function all(rows: readonly VerifiedQuestionRow[]): Promise<VerifiedQuestion[]> {
    const names = new Map<string, string>((await repositories.users.list()).map(({ id, username }) => [id, username]));
    const verified = new Map<DataSourceId, Promise<VerifiedQuestionRow[]>>();
    return Promise.all(
      rows.map(async (row) => {
        const origin = row.originRunId && (await repositories.answers.getAsked(row.originRunId, MOST_BEFORE));
        const { asked, before } = origin || { asked: null, before: [] };
        const reworded = asked !== null && questionKey(asked) !== row.questionKey;
        return { ...shown(row, await conflictsOf(row, verified), names), asked: reworded ? asked : null, before };
      }),
    );
  }

  /** Verified questions of the same words with another statement. */
  async function conflictsOf(row: VerifiedQuestionRow, known = new Map<DataSourceId, Promise<VerifiedQuestionRow[]>>()) {
    const others = known.get(row.dataSourceId) ?? repositories.verifiedQuestions.listVerified(row.dataSourceId);
    known.set(row.dataSourceId, others);
    return (await others).filter(
      ({ id, questionKey: key, sql }) => id !== row.id && key === row.questionKey && !sameStatement(sql, row.sql),
    );
  }

  function shown(row: VerifiedQuestionRow, conflicts: readonly VerifiedQuestionRow[], names: ReadonlyMap<string, string>) {
    const { questionKey: _key, asOf: _asOf, begunCheck, ...kept } = row;
    const checking = progressOf(row.id);
    return {
      ...kept,
      author: names.get(row.author) ?? null,
      reviewer: row.reviewer === null ? null : (names.get(row.reviewer) ?? null),
      checking,
      brokenCheck: checking ? null : begunCheck,
      conflicts: conflicts.map(({ id, question, sql }) => ({ id, question, sql })),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}
