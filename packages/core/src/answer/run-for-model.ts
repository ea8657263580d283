import type { AnswerEvent, DataPolicy } from '@majed-vanna/contract';
import { WarehouseError } from '@majed-vanna/warehouse';
import type { RunStatement, StatementAttempt } from '../agent/ran-statement.ts';
import { explainDatabaseError, type Repair } from '../database-errors/explain-database-error.ts';
import { explainRefusal } from '../database-errors/explain-refusal.ts';
import { readableTables } from '../database-errors/rewrite/failed-statement.ts';
import type { AnswerRun } from './answer-run.ts';
import { executeStatement } from './execute-statement.ts';
import { guardStatement } from './guard-statement.ts';
import { describedOutputs } from './plan/described-statement.ts';
import { toldOfFailure, toldOfRefusal } from './told-of-failure.ts';
import { valueLabels } from './value-labels.ts';

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
      const { repair, words, wordsOfModel = words } = explainRefusal(verdict.refusal, dialect, failed);
      return attemptOf(wordsOfModel[language], toldOfRefusal(verdict.refusal, repair), repair);
    }
    const guarded = performance.now();
    const events: AnswerEvent[] = [];
    try {
      const labels = valueLabels(verdict, semantics.model, language);
      const outputs = describedOutputs(verdict, semantics.model, language);
      const running = executeStatement({ warehouse, sql: verdict.sql, outputs, labels, signal, deadlineMs });
      let next = await running.next();
      for (; !next.done; next = await running.next()) events.push(next.value);
      const timing = { guardMs: guarded - begun, executeMs: performance.now() - guarded };
      return { kind: 'ran', statement: { sql, verdict, events, execution: next.value, ...timing } };
    } catch (error) {
      if (!(error instanceof WarehouseError)) throw error;
      const explained = explainDatabaseError(error, dialect, failed);
      const { words, wordsOfModel = words, repair } = explained;
      const told = toldOfFailure(error, explained, failed, { policy, dataToLlm: source.dataToLlm });
      if (told === null) throw error;
      return attemptOf(wordsOfModel[language], told, repair);
    }
  };
}

function attemptOf(problem: string, told: string, repair: Repair): StatementAttempt {
  return { kind: 'failed', problem, told, rewrite: repair.kind === 'rewrite' ? repair.sql : null };
}
