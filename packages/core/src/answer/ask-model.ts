import type { AnswerEvent, DataPolicy, Language } from '@majed-vanna/contract';
import type { CheckStatement } from '@majed-vanna/sql';
import type { Agent, AgentOutcome, PreviousStatement } from '../agent/create-agent.ts';
import type { StatementAttempt } from '../agent/ran-statement.ts';
import type { ConnectedSource } from '../data-sources/data-source-service.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import { executeStatement } from './execute-statement.ts';
import { guardStatement } from './guard-statement.ts';

export interface ModelRequest {
  readonly question: string;
  readonly language: Language;
  readonly today: string;
  readonly previousStatement: PreviousStatement | null;
  readonly semantics: SourceSemantics;
  readonly connected: ConnectedSource;
  readonly policy: () => Promise<DataPolicy>;
  readonly checkStatement: CheckStatement;
  readonly signal: AbortSignal;
  readonly deadlineMs: number;
  readonly maxRows: number;
  readonly report: (error: unknown) => void;
}

/**
 * The question put to the active model, its tool calls told as they happen. Null when no model is active. Whatever goes
 * wrong with the model is an outcome: the embedded engine's own result then stands.
 * @throws the signal's reason; what the database failed with
 */
export async function* askModel(
  agent: Agent,
  request: ModelRequest,
): AsyncGenerator<AnswerEvent, Exclude<AgentOutcome, { kind: 'broken' }> | null> {
  const { connected, signal, report } = request;
  const endpoint = await agent.endpoint().catch((error: unknown) => {
    report(error);
    return 'unreadable' as const;
  });
  const failed = (model: string) => ({
    kind: 'failed' as const,
    trouble: 'not_usable' as const,
    model,
    tokens: { input: 0, output: 0 },
    calls: 0,
  });
  if (endpoint === null) return null;
  if (endpoint === 'unreadable') return failed('');
  const policy = await request.policy();
  let outcome: AgentOutcome;
  try {
    const progress = agent.answer(endpoint, { ...request, policy, dataToLlm: connected.source.dataToLlm, runStatement });
    let next = await progress.next();
    for (; !next.done; next = await progress.next()) {
      const { tool, calls } = next.value;
      yield { type: 'step', step: 'understand', state: 'running', detail: { model: endpoint.model, tool, attempt: calls }, ms: null };
    }
    if (next.value.kind === 'failed') report(new Error(`the language model gave no answer: ${next.value.trouble}`));
    outcome = next.value;
  } catch (error) {
    if (signal.aborted) throw error;
    report(error);
    return failed(endpoint.model);
  }
  if (outcome.kind === 'broken') throw outcome.error;
  return outcome;

  /** As every statement: through the guard, then into the database. */
  async function runStatement(sql: string, stop: AbortSignal): Promise<StatementAttempt> {
    const { warehouse } = connected;
    const { checkStatement, deadlineMs, maxRows } = request;
    const begun = performance.now();
    const verdict = await guardStatement(checkStatement, warehouse, { sql, maxRows, policy, signal: stop, deadlineMs });
    if (verdict.verdict === 'deny') return { kind: 'denied', refusal: verdict.refusal };
    const guarded = performance.now();
    const events: AnswerEvent[] = [];
    const running = executeStatement({ warehouse, sql: verdict.sql, outputs: [], signal: stop, deadlineMs });
    let next = await running.next();
    for (; !next.done; next = await running.next()) events.push(next.value);
    const timing = { guardMs: guarded - begun, executeMs: performance.now() - guarded };
    return { kind: 'ran', statement: { sql, verdict, events, execution: next.value, ...timing } };
  }
}
