import type { AnswerEvent } from '@majed-vanna/contract';
import type { AgentOutcome, AgentProgress, AgentQuestion } from '../agent/agent-question.ts';
import type { Agent } from '../agent/create-agent.ts';
import { answerMsOf } from '../agent/limits-of-model.ts';
import type { AnswerRun } from './answer-run.ts';
import { databaseVersion } from './database-version.ts';
import { runForModel } from './run-for-model.ts';

/**
 * The question put to the actor's model, or a statement to repair, what it does told as it happens. Null when there is no model. Whatever goes
 * wrong with the model is an outcome: the embedded engine's own result then stands.
 * @throws the signal's reason; what the database failed with
 */
export async function* askModel(
  agent: Agent,
  run: AnswerRun,
  toRepair: AgentQuestion['toRepair'] = null,
): AsyncGenerator<AnswerEvent, Exclude<AgentOutcome, { kind: 'broken' }> | null> {
  const { request, ports, language, today, semantics, connected, facts } = run;
  const { actor, question, earlier, signal } = request;
  const failed = (model: string) => ({
    kind: 'failed' as const,
    trouble: 'not_usable' as const,
    model,
    tokens: { input: 0, output: 0 },
    calls: 0,
  });
  const endpoint = await agent.endpointFor(actor).catch((error: unknown) => {
    ports.report(error);
    return 'unreadable' as const;
  });
  if (endpoint === null) return null;
  if (endpoint === 'unreadable') return failed('');
  const policy = await ports.policy(semantics);
  const { model } = endpoint;
  request.allow(answerMsOf(endpoint) + AFTER_MODEL_MS);
  const { dataToLlm } = connected.source;
  facts.dataToLlm = dataToLlm;
  let outcome: AgentOutcome;
  let spoke = false;
  try {
    const progress = agent.answer(endpoint, {
      actor,
      question,
      language,
      today,
      earlier,
      toRepair,
      dataSourceId: connected.source.id,
      semantics,
      policy,
      dataToLlm,
      databaseVersion: await databaseVersion(connected.warehouse, signal),
      runStatement: runForModel(run, policy),
      onPrompt: (prompt) => {
        facts.prompt = prompt;
      },
      signal,
    });
    let next = await progress.next();
    for (; !next.done; next = await progress.next()) {
      if (next.value.kind === 'said') spoke = true;
      yield told(next.value);
    }
    outcome = next.value;
  } catch (error) {
    if (signal.aborted) throw error;
    ports.report(withoutContent(error));
    if (spoke) yield SAID_NOTHING;
    return failed(model);
  }
  if (spoke && outcome.kind !== 'answered') yield SAID_NOTHING;
  if (outcome.kind === 'failed') ports.report(new Error(`the language model gave no answer: ${outcome.trouble}`));
  if (outcome.kind === 'broken') throw outcome.error;
  return outcome;

  function told(progress: AgentProgress): AnswerEvent {
    switch (progress.kind) {
      case 'tool': {
        const { tool, calls } = progress;
        return {
          type: 'step',
          step: toRepair ? 'repair' : 'understand',
          state: 'running',
          detail: { model, tool: tool.slice(0, 60), attempt: calls },
          ms: null,
        };
      }
      case 'said':
        return { type: 'text_delta', text: progress.text };
      case 'unsaid':
        return SAID_NOTHING;
      case 'attempt':
        facts.attempts = [...(facts.attempts ?? []), progress.attempt];
        return { type: 'attempt', attempt: progress.attempt };
    }
  }
}

/** For the embedded engine's answer, when the model has taken all of its time. */
const AFTER_MODEL_MS = 15_000;

/** A text takes the place of everything that was said before it. */
const SAID_NOTHING: AnswerEvent = { type: 'text', markdown: '' };

/** Libraries put requests and replies, data included, into their errors: only where it happened goes to the log. */
function withoutContent(error: unknown): Error {
  const bare = new Error(`asking the language model failed: ${error instanceof Error ? error.name : typeof error}`);
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : [];
  bare.stack = [bare.message, ...frames].join('\n');
  return bare;
}
