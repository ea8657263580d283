import type { Permission } from '@majed-vanna/contract';
import type { ClientInfo } from '@majed-vanna/core';
import { initTRPC } from '@trpc/server';
import { toPublicError, toTrpcShape } from './error-shape.ts';
import type { DownloadTickets } from './http/download-tickets.ts';
import type { RefreshCookie } from './http/refresh-cookie.ts';
import { currentRequestId } from './http/request-id.ts';
import type { StreamGuard } from './http/stream-guard.ts';
import { type Caller, permittedActor } from './permission.ts';
import type { Services } from './services.ts';

/** What a procedure may use of the request that it answers. */
export interface Context extends Caller {
  readonly requestId: string;
  readonly client: ClientInfo;
  readonly services: Services;
  readonly refreshCookie: RefreshCookie;
  readonly downloads: DownloadTickets;
  readonly streams: StreamGuard;
  /** The access token as sent; null when there was none. */
  readonly accessToken: string | null;
}

/** What every procedure declares: the permission it needs, or that it needs none. */
export interface ProcedureMeta {
  readonly permission: Permission | 'public';
}

const trpc = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 2_000 }, client: { reconnectAfterInactivityMs: 6_000 }, maxDurationMs: 300_000 },
    errorFormatter: ({ error, ctx }) => toTrpcShape(toPublicError(error), ctx?.requestId ?? currentRequestId()),
  });

export const router = trpc.router;

/** For what anybody may call: set-up and signing in. */
export const publicProcedure = trpc.procedure.meta({ permission: 'public' });

/**
 * The only builder for everything else: names the permission that the caller's role must hold.
 * `beforePasswordChange` marks the few that work while the password still has to be changed.
 */
export function procedure(permission: Permission, { beforePasswordChange = false } = {}) {
  return trpc.procedure.meta({ permission }).use(async ({ ctx, next }) => {
    const actor = await permittedActor(ctx, permission, beforePasswordChange);
    return next({ ctx: { actor } });
  });
}
