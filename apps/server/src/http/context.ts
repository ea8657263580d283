import { type Authenticated, type ClientInfo, notSignedIn } from '@majed-vanna/core';
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express';
import type { Request } from 'express';
import type { Services } from '../services.ts';
import type { Context } from '../trpc.ts';
import type { DownloadTickets } from './download-tickets.ts';
import type { RateLimiter } from './rate-limit.ts';
import { refreshCookieOf } from './refresh-cookie.ts';
import { currentRequestId } from './request-id.ts';
import type { StreamGuard } from './stream-guard.ts';

export interface ContextDeps {
  readonly services: Services;
  readonly downloads: DownloadTickets;
  readonly streams: StreamGuard;
  readonly rateLimiter: RateLimiter;
}

/** Builds what procedures see of a request; counts the request's calls against its caller's allowance. */
export function contextFactory({ services, downloads, streams, rateLimiter }: ContextDeps) {
  return async ({ req, res, info }: CreateExpressContextOptions): Promise<Context> => {
    // Event sources cannot send headers: they bring the token as a connection parameter.
    const accessToken = bearerToken(req) ?? (info.connectionParams?.token || null);
    const authenticate = () => authenticated(services, accessToken);
    const caller = await authenticate().then(
      ({ actor }) => actor.userId,
      () => `ip ${clientInfo(req).ip}`,
    );
    rateLimiter.take(caller, info.calls.length);
    const requestId = currentRequestId() ?? '';
    return {
      requestId,
      client: clientInfo(req),
      services,
      refreshCookie: refreshCookieOf(req, res),
      downloads,
      streams,
      accessToken,
      authenticate,
    };
  };
}

/** Null without an `Authorization: Bearer` header. */
export function bearerToken(request: Request): string | null {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** From where a request comes; the address is the one that trusted proxies report. */
export function clientInfo(request: Request): ClientInfo {
  return { ip: request.ip ?? 'unknown', userAgent: (request.headers['user-agent'] ?? '').slice(0, 300) };
}

/** @throws AppError `not_signed_in` */
export async function authenticated(services: Pick<Services, 'auth'>, accessToken: string | null): Promise<Authenticated> {
  if (accessToken === null) throw notSignedIn();
  return services.auth.authenticate(accessToken);
}
