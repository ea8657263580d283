import type { Actor, BreakerKind, BreakerStatus } from '@majed-vanna/contract';
import { requirePermission } from '../permission.ts';
import type { BreakerRegistry } from './breaker-registry.ts';
import type { BreakerSettings } from './circuit-breaker.ts';

interface Subject {
  readonly kind: BreakerKind;
  readonly id: string;
  readonly name: string;
}

export interface BreakerBoardDeps {
  readonly breakers: Pick<BreakerRegistry, 'statuses' | 'reset'>;
  readonly settings: Readonly<Record<BreakerKind, BreakerSettings>>;
  /** What is configured and would get a breaker with its first call. */
  readonly subjects: () => Promise<readonly Subject[]>;
}

export type BreakerBoard = ReturnType<typeof createBreakerBoard>;

/** Every breaker for people to see, also of what was not called yet. */
export function createBreakerBoard({ breakers, settings, subjects }: BreakerBoardDeps) {
  return { statuses, list, reset: breakers.reset };

  /** For the health report, which decides by itself who sees what. */
  async function statuses(): Promise<BreakerStatus[]> {
    // Without the system database those that are in use are still known.
    const configured = await subjects().catch(() => []);
    const known = new Map([...configured.map(untouched), ...breakers.statuses()].map((status) => [status.key, status]));
    return [...known.values()].toSorted((a, b) => a.key.localeCompare(b.key));
  }

  /** @throws AppError `forbidden` */
  async function list(actor: Actor): Promise<BreakerStatus[]> {
    requirePermission(actor, 'system.read');
    return statuses();
  }

  function untouched({ kind, id, name }: Subject): BreakerStatus {
    const { failureThreshold, successThreshold } = settings[kind];
    return {
      key: `${kind}:${id}`,
      kind,
      name,
      state: 'closed',
      failures: 0,
      failureThreshold,
      successes: 0,
      successThreshold,
      lastFailureAt: null,
      nextAttemptAt: null,
    };
  }
}
