import type { BreakerKind, BreakerState, BreakerStatus } from '@majed-vanna/contract';
import { type CircuitBreakerPolicy, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { Clock } from '../ports.ts';
import { CircuitOpenError } from './circuit-open-error.ts';
import { createOwnWait } from './own-wait.ts';

export interface BreakerSettings {
  /** Failures in a row that open it. */
  readonly failureThreshold: number;
  /** How long it stays open before one caller may try. */
  readonly timeoutMs: number;
  /** Successes in a row that close it again. */
  readonly successThreshold: number;
}

export interface BreakerSubject {
  readonly kind: BreakerKind;
  /** Among those of its kind: the id of a data source, the name of a model. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** Whether an error is the fault of what is protected. Everything else (a caller's mistake, a stop) never counts. */
  readonly isFailure: (error: unknown) => boolean;
}

export interface CircuitBreakerDeps {
  readonly subject: BreakerSubject;
  readonly settings: BreakerSettings;
  readonly clock: Clock;
  readonly onChange: (state: BreakerState, status: BreakerStatus) => void;
}

/**
 * Leave to make one call. What came of it is told once; later words are ignored, except that a failure always counts.
 * Each resolves when the breaker has drawn its conclusions, so that the next call finds them.
 */
export interface Admission {
  /** It began to answer: enough for a probe, so that a slow reader keeps nobody waiting; others are judged by their end. */
  answering(): Promise<void>;
  succeeded(): Promise<void>;
  failed(error: unknown): Promise<void>;
  /** Nothing was learnt: the caller went away. A place as probe goes to whoever comes next. */
  abandoned(): Promise<void>;
}

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>;

/** How long a caller who is one too many while a probe is out should wait. */
const PROBE_RETRY_SECONDS = 1;
const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Isolated]: 'open',
};

/** Wraps what a cockatiel policy is to count; everything else passes it without a trace. */
class CountedFailure extends Error {}
class NothingLearnt extends Error {}

interface Verdict extends PromiseWithResolvers<void> {
  /** The policy has heard it. */
  readonly concluded: Promise<void>;
}

/** The call that finds out whether the work works again; not taken while nobody makes it, since whoever did gave up. */
interface Probe {
  readonly verdict: Verdict;
  taken: boolean;
}

/**
 * Cockatiel's breaker with our own clock, one probe at a time, and callers who are turned away instead of queued. The work
 * itself runs outside of the policy, which sees verdicts only: so a stream may report before it is over, and a probe that
 * was cancelled neither opens nor closes anything.
 */
export function createCircuitBreaker({ subject, settings, clock, onChange }: CircuitBreakerDeps) {
  const { kind, isFailure } = subject;
  const key = `${kind}:${subject.id}`;
  let { counter, wait, policy } = fresh();
  let successes = 0;
  let lastFailureAt: Date | null = null;
  let probe: Probe | null = null;
  return { key, admit, run, status, reset };

  /** Fails at once, without trying, while the breaker is open or its probe is out. @throws CircuitOpenError */
  async function admit(): Promise<Admission> {
    const { state } = policy;
    if (state === CircuitState.Open && !wait.over()) throw new CircuitOpenError(kind, secondsUntil(wait.until()));
    if (state !== CircuitState.Closed && probe?.taken) throw new CircuitOpenError(kind, PROBE_RETRY_SECONDS);
    if (state === CircuitState.HalfOpen && probe) {
      probe.taken = true;
      return admission(probe.verdict);
    }
    const verdict = handOver();
    if (state !== CircuitState.Closed) {
      probe = { verdict, taken: true };
      void verdict.concluded.then(() => {
        if (probe?.verdict === verdict) probe = null;
      });
    }
    return admission(verdict);
  }

  /** One call that answers once. @throws CircuitOpenError, and whatever `work` throws */
  async function run<T>(work: () => Promise<T>): Promise<T> {
    const admitted = await admit();
    try {
      const result = await work();
      await admitted.succeeded();
      return result;
    } catch (error) {
      await admitted.failed(error);
      throw error;
    }
  }

  function status(): BreakerStatus {
    const state = STATES[policy.state];
    return {
      key,
      kind,
      name: subject.name,
      state,
      failures: counter.state,
      failureThreshold: settings.failureThreshold,
      successes,
      successThreshold: settings.successThreshold,
      lastFailureAt: lastFailureAt?.toISOString() ?? null,
      nextAttemptAt: state === 'open' ? wait.until().toISOString() : null,
    };
  }

  /** Closed and forgetful, as on the first day, without a word to `onChange`; calls that are under way report to nobody. */
  function reset(): void {
    ({ counter, wait, policy } = fresh());
    successes = 0;
    lastFailureAt = null;
    probe = null;
  }

  function fresh() {
    const own = { counter: new ConsecutiveBreaker(settings.failureThreshold), wait: createOwnWait(settings.timeoutMs, clock) };
    const made: CircuitBreakerPolicy = circuitBreaker(
      handleWhen((error) => error instanceof CountedFailure),
      {
        breaker: own.counter,
        halfOpenAfter: own.wait.backoff,
        halfOpenSampling: { calls: settings.successThreshold, threshold: 0 },
      },
    );
    made.onStateChange((state) => {
      if (made === policy) onChange(STATES[state], status());
    });
    return { ...own, policy: made };
  }

  /** Gives the policy something to wait for in place of the work. */
  function handOver(): Verdict {
    const verdict = Promise.withResolvers<void>();
    // The policy may look at it later than it is there.
    verdict.promise.catch(() => undefined);
    return { ...verdict, concluded: policy.execute(() => verdict.promise).catch(() => undefined) };
  }

  function admission(verdict: Verdict): Admission {
    const generation = policy;
    const isProbe = probe?.verdict === verdict;
    let told = false;
    return { answering, succeeded, failed, abandoned };

    async function answering(): Promise<void> {
      if (isProbe) await succeeded();
    }

    async function succeeded(): Promise<void> {
      if (told) return;
      told = true;
      // Of a call from before it opened: what counts by now is what probes find.
      const counts = generation === policy && (isProbe || policy.state === CircuitState.Closed);
      if (counts) successes += 1;
      return conclude(verdict, counts ? null : new NothingLearnt());
    }

    async function failed(error: unknown): Promise<void> {
      if (!isFailure(error)) return abandoned();
      if (generation === policy) {
        successes = 0;
        lastFailureAt = clock.now();
      }
      if (!told) {
        told = true;
        return conclude(verdict, new CountedFailure());
      }
      if (generation !== policy) return;
      // After it had answered: one more verdict, which waits its turn while a probe is out. Its caller does not.
      const late = conclude(handOver(), new CountedFailure());
      if (!probe) await late;
    }

    async function abandoned(): Promise<void> {
      if (told) return;
      told = true;
      if (isProbe && probe?.verdict === verdict) probe.taken = false;
      else await conclude(verdict, new NothingLearnt());
    }
  }

  function conclude(verdict: Verdict, reason: Error | null): Promise<void> {
    if (reason) verdict.reject(reason);
    else verdict.resolve();
    return verdict.concluded;
  }

  function secondsUntil(then: Date): number {
    return Math.max(1, Math.ceil((then.getTime() - clock.now().getTime()) / 1_000));
  }
}
