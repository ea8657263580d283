import type { BreakerRegistry } from '../resilience/breaker-registry.ts';
import type { Admission } from '../resilience/circuit-breaker.ts';
import { CircuitOpenError } from '../resilience/circuit-open-error.ts';
import type { Agent } from './create-agent.ts';
import type { ModelTrouble } from './model-trouble.ts';

/** The model's server is at fault; a refused key or request, or a model that finds no answer, is not. */
const COUNTED: ReadonlySet<ModelTrouble> = new Set(['unreachable', 'server_error', 'too_slow', 'cut_off']);
/** Nothing is learnt of the server's health. */
const UNDECIDED: ReadonlySet<ModelTrouble> = new Set(['busy', 'key_refused', 'request_refused']);

class ModelFailure extends Error {}

/** Each model behind its breaker: while it is open no question waits for the model, and the embedded engine answers. */
export function withModelBreaker(agent: Agent, breakers: Pick<BreakerRegistry, 'breaker'>): Agent {
  return { endpoint: agent.endpoint, answer };

  async function* answer(...[endpoint, question]: Parameters<Agent['answer']>): ReturnType<Agent['answer']> {
    const { model, baseUrl } = endpoint;
    const breaker = breakers.breaker({
      kind: 'llm',
      id: `${baseUrl} ${model}`,
      name: model,
      isFailure: (error) => error instanceof ModelFailure,
    });
    let admitted: Admission;
    try {
      admitted = await breaker.admit();
    } catch (error) {
      if (!(error instanceof CircuitOpenError)) throw error;
      return { kind: 'failed', trouble: 'resting', model, tokens: { input: 0, output: 0 }, calls: 0 };
    }
    try {
      const outcome = yield* agent.answer(endpoint, question);
      if (outcome.kind !== 'failed') await admitted.succeeded();
      else if (COUNTED.has(outcome.trouble)) await admitted.failed(new ModelFailure(outcome.trouble));
      else if (!UNDECIDED.has(outcome.trouble)) await admitted.succeeded();
      return outcome;
    } finally {
      await admitted.abandoned();
    }
  }
}
