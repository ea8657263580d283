import type { ModelEndpoint } from '../models/model-endpoint.ts';
import type { BreakerRegistry } from '../resilience/breaker-registry.ts';
import type { Admission } from '../resilience/circuit-breaker.ts';
import { CircuitOpenError } from '../resilience/circuit-open-error.ts';
import type { Agent } from './create-agent.ts';
import type { ModelTrouble } from './model-trouble.ts';

/** Nothing is learnt of anybody's health. */
const UNDECIDED: ReadonlySet<ModelTrouble> = new Set(['busy', 'key_refused', 'request_refused', 'too_long', 'quota_reached', 'resting']);

class ModelFailure extends Error {}

type Breaker = ReturnType<BreakerRegistry['breaker']>;

/** While its breaker is open the agent fails at once, as `resting`. */
export function behindBreaker(
  agent: Agent,
  counted: ReadonlySet<ModelTrouble>,
  breakerOf: (endpoint: ModelEndpoint, isFailure: (error: unknown) => boolean) => Breaker,
): Agent {
  return { ...agent, answer };

  async function* answer(...[endpoint, question]: Parameters<Agent['answer']>): ReturnType<Agent['answer']> {
    const breaker = breakerOf(endpoint, (error) => error instanceof ModelFailure);
    let admitted: Admission;
    try {
      admitted = await breaker.admit();
    } catch (error) {
      if (!(error instanceof CircuitOpenError)) throw error;
      return { kind: 'failed', trouble: 'resting', model: endpoint.model, tokens: { input: 0, output: 0 }, calls: 0 };
    }
    try {
      const outcome = yield* agent.answer(endpoint, question);
      if (outcome.kind !== 'failed') await admitted.succeeded();
      else if (counted.has(outcome.trouble)) await admitted.failed(new ModelFailure(outcome.trouble));
      else if (!UNDECIDED.has(outcome.trouble)) await admitted.succeeded();
      return outcome;
    } catch (error) {
      // A stop teaches nothing; anything else is the agent's own failure.
      if (!question.signal.aborted && counted.has('not_usable')) await admitted.failed(new ModelFailure('not_usable'));
      throw error;
    } finally {
      await admitted.abandoned();
    }
  }
}
