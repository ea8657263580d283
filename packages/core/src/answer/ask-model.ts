import type { AnswerEvent } from '@majed-vanna/contract';
import type { Agent, AgentOutcome } from '../agent/create-agent.ts';
import type { StatementAttempt } from '../agent/ran-statement.ts';
import type { AnswerRun } from './answer-run.ts';
import { executeStatement } from './execute-statement.ts';
import { guardStatement } from './guard-statement.ts';

/**
 * The question put to the active model, its tool calls told as they happen. Null when no model is active. Whatever goes
 * wrong with the model is an outcome: the embedded engine's own result then stands.
 * @throws the signal's reason; what the database failed with
 */
export async function* askModel(
  agent: Agent,
  run: AnswerRun,
): AsyncGenerator<AnswerEvent, Exclude<AgentOutcome, { kind: 'broken' }> | null> {
  const { request, ports, language, today, semantics, connected } = run;
  const { question, earlier, signal, deadlineMs, maxRows } = request;
  const { checkStatement, report } = ports;
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
  const policy = await ports.policy(semantics);
  let outcome: AgentOutcome;
  try {
    const progress = agent.answer(endpoint, {
      question,
      language,
      today,
      earlier,
      semantics,
      policy,
      dataToLlm: connected.source.dataToLlm,
      runStatement,
      signal,
    });
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
