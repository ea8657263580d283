import { AppError, because } from '@majed-vanna/contract';
import type { RequestHandler } from 'express';

export type RateLimiter = ReturnType<typeof createRateLimiter>;

/** Counts calls per caller in fixed windows; a batch costs as many as it holds calls. */
export function createRateLimiter({ maxRequests, windowMs, nowMs }: { maxRequests: number; windowMs: number; nowMs: () => number }) {
  let windowStart = nowMs();
  let counts = new Map<string, number>();
  return { take, perAddress };

  /** @throws AppError `rate_limited` with `retryAfterSeconds` */
  function take(caller: string, calls: number): void {
    const now = nowMs();
    if (now - windowStart >= windowMs) {
      windowStart = now;
      counts = new Map();
    }
    const count = (counts.get(caller) ?? 0) + calls;
    counts.set(caller, count);
    if (count <= maxRequests) return;
    const retryAfterSeconds = Math.max(1, Math.ceil((windowStart + windowMs - now) / 1_000));
    throw AppError.because('rate_limited', because('too_many_requests', { retryAfterSeconds }));
  }

  function perAddress(...[request, , next]: Parameters<RequestHandler>): void {
    take(`ip ${request.ip}`, 1);
    next();
  }
}
