import { modelBreakerId } from '../models/model-breaker-id.ts';
import type { BreakerRegistry } from '../resilience/breaker-registry.ts';
import { behindBreaker } from './behind-breaker.ts';
import type { Agent } from './create-agent.ts';
import type { ModelTrouble } from './model-trouble.ts';

/** The model's server is at fault; a refused key or request, or a model that finds no answer, is not. */
const COUNTED: ReadonlySet<ModelTrouble> = new Set(['unreachable', 'server_error', 'too_slow', 'cut_off']);

/** Each model behind its breaker: while it is open no question waits for the model, and the embedded engine answers. */
export function withModelBreaker(agent: Agent, breakers: Pick<BreakerRegistry, 'breaker'>): Agent {
  return behindBreaker(agent, COUNTED, (endpoint, isFailure) =>
    breakers.breaker({ kind: 'llm', id: modelBreakerId(endpoint), name: endpoint.model, isFailure }),
  );
}
