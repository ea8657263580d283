import type { DataToLlm } from '@majed-vanna/contract';
import { WarehouseError, type WarehouseErrorKind } from '@majed-vanna/warehouse';
import type { AgentLimits } from './agent-limits.ts';
import type { RanStatement, RunStatement } from './ran-statement.ts';
import { shownResult } from './shown-result.ts';

/** What the statement can be corrected for; anything else is the database's own trouble. */
const REPAIRABLE: readonly WarehouseErrorKind[] = ['syntax', 'unknown_object', 'type', 'arithmetic', 'permission', 'other'];
/** Their messages speak of the statement; those of the others may quote values. */
const WITHOUT_VALUES: readonly WarehouseErrorKind[] = ['syntax', 'unknown_object'];
const MAX_MESSAGE = 500;

interface DeskDeps {
  readonly runStatement: RunStatement;
  readonly dataToLlm: DataToLlm;
  readonly limits: Pick<AgentLimits, 'repairs' | 'resultCharacters'>;
  readonly signal: AbortSignal;
}

export type StatementDesk = ReturnType<typeof createStatementDesk>;

/** Where a model hands in statements: each runs at most once, and of those that ran the last one counts. */
export function createStatementDesk({ runStatement, dataToLlm, limits, signal }: DeskDeps) {
  const tried = new Set<string>();
  let last: RanStatement | null = null;
  let failures = 0;
  let broken: unknown = null;
  return {
    run,
    look,
    last: () => last,
    failures: () => failures,
    /** The database failed, not the statement: nothing that a model could repair. */
    broken: () => broken,
    over: () => broken !== null || failures > limits.repairs,
  };

  /** Tells the model what came of its statement; never throws, because a tool that throws is called again. */
  async function run(sql: string): Promise<{ ok: boolean; result: string }> {
    const key = sql.replace(/\s+/g, ' ').trim();
    if (tried.has(key)) return failed('This very statement was handed in before. Change it, or end with your sentence.');
    tried.add(key);
    return attempt(sql, (statement) => {
      last = statement;
    });
  }

  /** A statement of our own, to look at data with: it is not an answer. */
  async function look(sql: string): Promise<{ ok: boolean; result: string }> {
    return attempt(sql, () => undefined);
  }

  async function attempt(sql: string, onRan: (statement: RanStatement) => void): Promise<{ ok: boolean; result: string }> {
    try {
      const outcome = await runStatement(sql, signal);
      if (outcome.kind === 'denied') {
        const { code, message, hint } = outcome.refusal;
        return failed(`Refused (${code}): ${message}${hint ? ` ${hint}` : ''}`);
      }
      onRan(outcome.statement);
      return { ok: true, result: shownResult(outcome.statement.execution, dataToLlm, limits.resultCharacters) };
    } catch (error) {
      if (error instanceof WarehouseError && REPAIRABLE.includes(error.kind)) return failed(databaseWords(error));
      broken ??= error;
      return { ok: false, result: 'The database does not answer. Stop here.' };
    }
  }

  function failed(result: string): { ok: false; result: string } {
    failures++;
    return { ok: false, result };
  }

  function databaseWords({ kind, message }: WarehouseError): string {
    const told = dataToLlm === 'sample' || dataToLlm === 'full' || WITHOUT_VALUES.includes(kind);
    return `The database reported a failure (${kind})${told ? `: ${message.slice(0, MAX_MESSAGE)}` : ''}.`;
  }
}
