import { type Actor, AppError, type BreakerKind, type BreakerState, type BreakerStatus, because } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { requirePermission } from '../permission.ts';
import type { Clock, Logger } from '../ports.ts';
import { type BreakerSettings, type BreakerSubject, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';

export interface BreakerRegistryDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly settings: Readonly<Record<BreakerKind, BreakerSettings>>;
}

export type BreakerRegistry = ReturnType<typeof createBreakerRegistry>;

/** What a change is called in the audit log. */
const ACTIONS: Readonly<Record<BreakerState, string>> = {
  closed: 'breaker.closed',
  open: 'breaker.opened',
  half_open: 'breaker.half_opened',
};

/** Every breaker of this server, made when first asked for. */
export function createBreakerRegistry({ database, clock, log, settings }: BreakerRegistryDeps) {
  const breakers = new Map<string, CircuitBreaker>();
  const writing = new Set<Promise<unknown>>();
  return { breaker, statuses, list, reset, close };

  /** The one breaker of a subject: the first caller's name and judgement stay. */
  function breaker(subject: BreakerSubject): CircuitBreaker {
    const known = breakers.get(`${subject.kind}:${subject.id}`);
    if (known) return known;
    const made = createCircuitBreaker({ subject, settings: settings[subject.kind], clock, onChange: changed });
    breakers.set(made.key, made);
    return made;
  }

  /** For the health report, which decides by itself who sees what. */
  function statuses(): BreakerStatus[] {
    return [...breakers.values()].map((each) => each.status()).toSorted((a, b) => a.key.localeCompare(b.key));
  }

  /** @throws AppError `forbidden` */
  async function list(actor: Actor): Promise<BreakerStatus[]> {
    requirePermission(actor, 'system.read');
    return statuses();
  }

  /** Closes a breaker by hand and forgets its failures. @throws AppError `forbidden`, `not_found` */
  async function reset(actor: Actor, key: string): Promise<BreakerStatus> {
    requirePermission(actor, 'system.write');
    const found = breakers.get(key);
    if (!found) throw AppError.because('not_found', because('no_such_breaker'));
    const { name, state, failures } = found.status();
    // First the record, then the deed: nothing is reset that nobody can account for.
    await database.repositories.auditLog.append({
      at: clock.now(),
      actor: actor.userId,
      action: 'breaker.reset',
      target: key,
      details: { name, state, failures },
    });
    found.reset();
    log.info({ breaker: key, by: actor.userId }, 'circuit breaker reset');
    return found.status();
  }

  /** Waits until every change is recorded. */
  async function close(): Promise<void> {
    await Promise.all(writing);
  }

  function changed(state: BreakerState, { key, name, failures, nextAttemptAt }: BreakerStatus): void {
    const details = { name, failures, ...(nextAttemptAt && { nextAttemptAt }) };
    log[state === 'open' ? 'warn' : 'info']({ breaker: key, ...details }, `circuit breaker ${state}`);
    const entry = database.repositories.auditLog
      .append({ at: clock.now(), actor: 'system', action: ACTIONS[state], target: key, details })
      .catch((error: unknown) => log.error({ breaker: key, err: error }, 'circuit breaker change could not be recorded'))
      .finally(() => writing.delete(entry));
    writing.add(entry);
  }
}
