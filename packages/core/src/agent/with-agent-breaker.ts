import type { BreakerRegistry } from '../resilience/breaker-registry.ts';
import { behindBreaker } from './behind-breaker.ts';
import type { Agent } from './create-agent.ts';
import type { ModelTrouble } from './model-trouble.ts';

/** Also what no server is to blame for: an agent that goes round in circles, or fails by itself. */
const COUNTED: ReadonlySet<ModelTrouble> = new Set(['unreachable', 'server_error', 'too_slow', 'cut_off', 'gave_up', 'not_usable']);

/** The agent as a whole behind one breaker, whichever model it asks. */
export function withAgentBreaker(agent: Agent, breakers: Pick<BreakerRegistry, 'breaker'>): Agent {
  return behindBreaker(agent, COUNTED, (_endpoint, isFailure) =>
    breakers.breaker({ kind: 'agent', id: 'agent', name: 'agent', isFailure }),
  );
}
