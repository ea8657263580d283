import type { AnswerEvent, DataPolicy } from '@majed-vanna/contract';
import { WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';
import type { RunStatement, StatementAttempt } from '../agent/ran-statement.ts';
import { asData } from '../agent/untrusted-text.ts';
import { explainDatabaseError, type Repair } from '../database-errors/explain-database-error.ts';
import { explainRefusal } from '../database-errors/explain-refusal.ts';
import { readableTables } from '../database-errors/rewrite/failed-statement.ts';
import type { AnswerRun } from './answer-run.ts';
import { databaseWords } from './database-words.ts';
import { executeStatement } from './execute-statement.ts';
import { guardStatement } from './guard-statement.ts';

/** The way of a model's statements: as every statement through the guard, then into the database. */
export function runForModel({ request, ports, language, semantics, connected }: AnswerRun, policy: DataPolicy): RunStatement {
  const { deadlineMs, maxRows } = request;
  const { warehouse, source } = connected;
  const { dialect } = warehouse;
  return async (sql, signal) => {
    const failed = { sql, tables: readableTables(semantics.snapshot, policy) };
    const begun = performance.now();
    const verdict = await guardStatement(ports.checkStatement, warehouse, { sql, maxRows, policy, signal, deadlineMs });
    if (verdict.verdict === 'deny') {
      const { code, message, hint } = verdict.refusal;
      const { repair, words, wordsOfModel = words } = explainRefusal(verdict.refusal, dialect, failed);
      return attemptOf(wordsOfModel[language], `Refused (${code}): ${message}${hint ? ` ${hint}` : hintOf(repair)}`, repair);
    }
    const guarded = performance.now();
    const events: AnswerEvent[] = [];
    try {
      const running = executeStatement({ warehouse, sql: verdict.sql, outputs: [], signal, deadlineMs });
      let next = await running.next();
      for (; !next.done; next = await running.next()) events.push(next.value);
      const timing = { guardMs: guarded - begun, executeMs: performance.now() - guarded };
      return { kind: 'ran', statement: { sql, verdict, events, execution: next.value, ...timing } };
    } catch (error) {
      const { fault, words, wordsOfModel = words, repair } = explainDatabaseError(error, dialect, failed);
      if (!(error instanceof WarehouseError) || !CORRECTABLE.includes(error.kind) || fault === 'database' || fault === 'caller')
        throw error;
      const told = databaseWords(error, failed, { policy, dataToLlm: source.dataToLlm });
      const quoted = told === '' ? '.' : `:\n${asData(told)}`;
      return attemptOf(wordsOfModel[language], `The database reported a failure (${error.kind})${quoted}${hintOf(repair)}`, repair);
    }
  };
}

/** What the statement can be corrected for; anything else is the database's own trouble. */
const CORRECTABLE: readonly WarehouseErrorKind[] = ['syntax', 'unknown_object', 'type', 'arithmetic', 'permission', 'other'];

function attemptOf(problem: string, told: string, repair: Repair): StatementAttempt {
  return { kind: 'failed', problem, told, rewrite: repair.kind === 'rewrite' ? repair.sql : null };
}

function hintOf(repair: Repair): string {
  return repair.kind === 'hint' ? ` ${repair.hint}` : '';
}
