import { ERRORS, type Permission } from '@majed-vanna/contract';
import { initTRPC, type TRPC_ERROR_CODE_NUMBER } from '@trpc/server';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { toPublicError } from './error-shape.ts';
import type { ExportTickets } from './http/export-tickets.ts';
import type { RefreshCookie } from './http/refresh-cookie.ts';
import { currentRequestId } from './http/request-id.ts';
import type { StreamGuard } from './http/stream-guard.ts';
import { type Caller, permittedActor } from './permission.ts';
import type { ClientInfo, Services } from './services.ts';

/** What a procedure may use of the request that it answers. */
export interface Context extends Caller {
  readonly requestId: string;
  readonly client: ClientInfo;
  readonly services: Services;
  readonly refreshCookie: RefreshCookie;
  readonly exportTickets: ExportTickets;
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
    errorFormatter({ error, ctx }) {
      const { code, message, httpStatus, details, issues } = toPublicError(error);
      const trpcCode = ERRORS[code].trpc;
      const requestId = ctx?.requestId ?? currentRequestId();
      // The key is one of tRPC's own, so the number is too.
      const number: TRPC_ERROR_CODE_NUMBER = TRPC_ERROR_CODES_BY_KEY[trpcCode];
      return {
        message,
        code: number,
        data: { code: trpcCode, httpStatus, appCode: code, requestId, details, ...(issues ? { issues } : {}) },
      };
    },
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
