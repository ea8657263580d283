import type { BreakerStatus, HealthCheck } from '@majed-vanna/contract';

export const STATUS_TONES = { pass: 'ok', warn: 'warn', fail: 'bad' } as const satisfies Record<HealthCheck['status'], string>;

/** A breaker on which nothing is counted stays as it is. */
export function canReset({ state, failures }: Pick<BreakerStatus, 'state' | 'failures'>): boolean {
  return state !== 'closed' || failures > 0;
}

/** There is one agent: it is called what it is. */
export function nameOf({ kind, name }: Pick<BreakerStatus, 'kind' | 'name'>, kindName: string): string {
  return kind === 'agent' ? kindName : name;
}
