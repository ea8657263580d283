import type { Actor, BreakerStatus, ModelAvailability } from '@majed-vanna/contract';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import type { BreakerRegistry } from '../resilience/breaker-registry.ts';
import { modelBreakerKey } from './model-breaker-id.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import type { ModelUsage } from './model-usage.ts';

export interface ModelAvailabilityDeps {
  /** Null where the embedded engine answers alone. */
  readonly agent: { endpointFor(actor: Actor): Promise<ModelEndpoint | null> };
  readonly usage: Pick<ModelUsage, 'quotaReached'>;
  readonly breakers: Pick<BreakerRegistry, 'statuses'>;
  readonly clock: Clock;
}

export type ModelAvailabilityService = ReturnType<typeof createModelAvailability>;

/** Whether a person's next question could be put to a model; nothing of which one, where, or how much is left. */
export function createModelAvailability({ agent, usage, breakers, clock }: ModelAvailabilityDeps) {
  return { of };

  /** @throws AppError `forbidden` */
  async function of(actor: Actor): Promise<ModelAvailability> {
    requirePermission(actor, 'question.ask');
    // A key that cannot be read is for the log of the question that needs it.
    const endpoint = await agent.endpointFor(actor).catch(() => 'unusable' as const);
    if (endpoint === null) return { state: 'none' };
    if (endpoint === 'unusable' || isOpen(endpoint)) return { state: 'resting' };
    return { state: (await usage.quotaReached(actor)) ? 'quota_reached' : 'ready' };
  }

  /** Until its next attempt, which takes a question. */
  function isOpen(endpoint: ModelEndpoint): boolean {
    const key = modelBreakerKey(endpoint);
    const rests = ({ nextAttemptAt }: BreakerStatus) => nextAttemptAt !== null && new Date(nextAttemptAt) > clock.now();
    return breakers.statuses().some((breaker) => rests(breaker) && (breaker.key === key || breaker.kind === 'agent'));
  }
}
