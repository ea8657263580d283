import { createExpressMiddleware } from '@trpc/server/adapters/express';
import compression from 'compression';
import express, { type Express, Router } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { retryHeaders, toPublicError } from './error-shape.ts';
import { accessLog } from './http/access-log.ts';
import { contextFactory } from './http/context.ts';
import { downloadRoute } from './http/download-route.ts';
import { createDownloadTickets, DOWNLOAD_PATH } from './http/download-tickets.ts';
import { healthRoutes } from './http/health-routes.ts';
import { errorHandler, notFound } from './http/json-errors.ts';
import { originRules } from './http/origins.ts';
import { createRateLimiter } from './http/rate-limit.ts';
import { currentRequestId, requestId } from './http/request-id.ts';
import { securityHeaders } from './http/security-headers.ts';
import { staticFiles } from './http/static-files.ts';
import type { StreamGuard } from './http/stream-guard.ts';
import { refuseForms, slowBodies, tooLongBodies } from './http/trpc-bodies.ts';
import { trustedHosts } from './http/trusted-hosts.ts';
import { uploadsRoute } from './http/uploads-route.ts';
import { appRouter } from './routers/app-router.ts';
import type { Services } from './services.ts';

export interface AppDeps {
  readonly config: Pick<Config, 'server' | 'rateLimit'>;
  readonly services: Services;
  readonly streams: StreamGuard;
  readonly log: Logger;
  /** Folder of the built browser application. */
  readonly webRoot: string;
  readonly nowMs: () => number;
  readonly isDraining: () => boolean;
}

/** Questions may be refused by the service in its own words up to here; nothing sensible is longer. */
const MAX_TRPC_BODY_BYTES = 1024 * 1024;
const MAX_TRPC_BODY_MS = 30_000;
const MAX_BATCH_SIZE = 10;

/** The whole HTTP surface, outermost layer first. */
export function createApp({ config, services, streams, log, webRoot, nowMs, isDraining }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.server.trustedProxies);
  app.set('query parser', 'simple');
  app.use(requestId(), accessLog(log), securityHeaders());
  // Before the trusted hosts: load balancers ask by whatever name they know.
  app.use(healthRoutes(services.health, isDraining));
  app.use(trustedHosts(config.server.allowedHosts));
  app.use(compression({ filter: (request, response) => !isEventStream(response) && compression.filter(request, response) }));
  app.use('/api', api());
  app.use(staticFiles(webRoot));
  app.use(notFound, errorHandler(log));
  return app;

  function api(): Router {
    const downloads = createDownloadTickets({ auth: services.auth, nowMs });
    const rateLimiter = createRateLimiter({ ...config.rateLimit, nowMs });
    const routes = Router();
    routes.use(originRules(config.server.allowedOrigins), neverStored);
    routes.use('/trpc', refuseForms, tooLongBodies(MAX_TRPC_BODY_BYTES), slowBodies(MAX_TRPC_BODY_MS));
    routes.use(
      '/trpc',
      createExpressMiddleware({
        router: appRouter,
        createContext: contextFactory({ services, downloads, streams, rateLimiter }),
        maxBodySize: MAX_TRPC_BODY_BYTES,
        maxBatchSize: MAX_BATCH_SIZE,
        // Several calls of a batch may say it; the header is there once.
        responseMeta: ({ errors }) => ({
          headers: new Headers(Object.assign({}, ...errors.map((error) => retryHeaders(toPublicError(error))))),
        }),
        onError({ error, path, ctx }) {
          if (toPublicError(error).code !== 'internal') return;
          log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId ?? currentRequestId() }, 'procedure failed');
        },
      }),
    );
    routes.post('/uploads', rateLimiter.perAddress, uploadsRoute(services, config.server.uploadMaxBytes));
    routes.get(`${DOWNLOAD_PATH.slice('/api'.length)}/:ticket`, rateLimiter.perAddress, downloadRoute(services, downloads));
    routes.use(notFound);
    return routes;
  }
}

const neverStored: express.RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

function isEventStream(response: express.Response): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');
}
