import type { DataSourceId } from '@majed-vanna/contract';
import type { Database, VerifiedQuestionRow } from '@majed-vanna/db';
import { checkStatement, policyFromSnapshot } from '@majed-vanna/sql';
import { ANSWER_LIMITS } from '../answer/answer-limits.ts';
import { guardStatement } from '../answer/guard-statement.ts';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import type { Clock, Logger } from '../ports.ts';
import type { VerifiedPair } from '../semantics/knowledge.ts';
import { pairOf } from './verified-pairs.ts';

export interface StaleWatchDeps {
  readonly database: Database;
  readonly dataSources: Pick<DataSourceService, 'connect'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Hands out what is verified; when the schema drifts, finds in the background what no longer passes the guard. */
export function createStaleWatch({ database, dataSources, clock, log }: StaleWatchDeps) {
  const { repositories } = database;
  /** The schema that each source's questions were last looked through against. */
  const looked = new Map<DataSourceId, string>();
  const under = new Set<Promise<void>>();
  return { verifiedPairs, settled };

  async function verifiedPairs(id: DataSourceId): Promise<VerifiedPair[]> {
    const rows = await repositories.verifiedQuestions.listVerified(id);
    if (rows.length > 0) await watch(id, rows);
    return rows.map(pairOf);
  }

  async function watch(id: DataSourceId, rows: readonly VerifiedQuestionRow[]): Promise<void> {
    const schema = (await repositories.dataSources.getById(id))?.schemaVersion;
    if (!schema || looked.get(id) === schema) return;
    looked.set(id, schema);
    const older = rows.filter(({ check }) => check?.schemaVersion !== schema);
    if (older.length === 0) return;
    const work = findStale(id, older)
      .catch((error: unknown) => {
        looked.delete(id);
        log.warn({ dataSourceId: id, err: error }, 'verified questions could not be looked through');
      })
      .finally(() => under.delete(work));
    under.add(work);
  }

  async function findStale(id: DataSourceId, rows: readonly VerifiedQuestionRow[]): Promise<void> {
    const { warehouse } = await dataSources.connect(id);
    const snapshot = await repositories.dataSources.snapshotOf(id);
    if (!snapshot) return;
    const policy = policyFromSnapshot(snapshot);
    const { deadlineMs, maxRows } = ANSWER_LIMITS;
    for (const row of rows) {
      const verdict = await guardStatement(checkStatement, warehouse, { sql: row.sql, policy, maxRows, deadlineMs });
      if (verdict.verdict === 'allow') continue;
      const at = new Date(Math.max(clock.now().getTime(), row.updatedAt.getTime() + 1));
      await database.transaction(async ({ verifiedQuestions, auditLog }) => {
        const changed = await verifiedQuestions.update(row.id, row.updatedAt, { status: 'stale', reviewNote: verdict.refusal.message }, at);
        if (!changed) return;
        const details = { code: verdict.refusal.code };
        await auditLog.append({ at, actor: 'system', action: 'verifiedQuestion.stale', target: row.id, details });
      });
    }
  }

  /** Resolves when nothing is being looked through. */
  async function settled(): Promise<void> {
    while (under.size > 0) await Promise.all(under);
  }
}
