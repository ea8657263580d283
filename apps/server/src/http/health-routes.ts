import type { HealthReport } from '@majed-vanna/contract';
import type { HealthService } from '@majed-vanna/core';
import { type Response, Router } from 'express';

/** Health for machines and load balancers: statuses without details, which are for administrators (`system.health`). */
export function healthRoutes(health: HealthService, isDraining: () => boolean): Router {
  const routes = Router();
  routes.get('/health', report);
  routes.get('/api/health', report);
  // The process answers; what it depends on is not its own life.
  routes.get('/api/health/live', (_request, response) => void response.json({ status: 'pass' }));
  routes.get('/api/health/ready', async (_request, response) => {
    const ready = !isDraining() && (await health.ready());
    response.status(ready ? 200 : 503).json({ status: ready ? 'pass' : 'fail' });
  });
  return routes;

  async function report(_request: unknown, response: Response): Promise<void> {
    const found = await health.check();
    response.setHeader('Cache-Control', 'no-store');
    response.status(found.status === 'fail' ? 503 : 200).json(withoutMessages(found));
  }
}

/** Neither words nor names, which may tell a stranger what is connected. */
function withoutMessages({ status, version, uptimeSeconds, setupComplete, checks, breakers }: HealthReport) {
  return {
    status,
    version,
    uptimeSeconds,
    setupComplete,
    checks: checks.map(({ name, status, ms }) => ({ name, status, ms })),
    breakers: breakers.map(({ key: _key, name: _name, ...breaker }) => breaker),
  };
}
