import { type BreakerRegistryDeps, createBreakerRegistry } from '../resilience/breaker-registry.ts';

/** As an installation has them that nobody configured. */
const SETTINGS: BreakerRegistryDeps['settings'] = {
  agent: { failureThreshold: 5, timeoutMs: 60_000, successThreshold: 2 },
  database: { failureThreshold: 3, timeoutMs: 30_000, successThreshold: 2 },
  llm: { failureThreshold: 3, timeoutMs: 60_000, successThreshold: 2 },
};

export function createTestBreakers(deps: Omit<BreakerRegistryDeps, 'settings'>) {
  return createBreakerRegistry({ ...deps, settings: SETTINGS });
}
