import { z } from 'zod';

/** What a breaker stands in front of. */
export const breakerKind = z.enum(['agent', 'database', 'llm']);
export type BreakerKind = z.infer<typeof breakerKind>;

export const breakerState = z.enum(['closed', 'open', 'half_open']);
export type BreakerState = z.infer<typeof breakerState>;

export const breakerKey = z.string().min(1).max(300);

export const breakerStatus = z.object({
  /** Kind and id of what it protects, e.g. `database:src_…`. */
  key: breakerKey,
  kind: breakerKind,
  /** For people: the name of the data source or of the model. */
  name: z.string(),
  state: breakerState,
  /** Failures in a row; so many open it. */
  failures: z.number(),
  failureThreshold: z.number(),
  /** Successes in a row since the last failure; so many close it when it is half-open. */
  successes: z.number(),
  successThreshold: z.number(),
  /** ISO; null when it never failed. */
  lastFailureAt: z.string().nullable(),
  /** ISO: from then on one caller is let through to try; null unless it is open. */
  nextAttemptAt: z.string().nullable(),
});
export type BreakerStatus = z.infer<typeof breakerStatus>;
