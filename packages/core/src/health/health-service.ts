import type { BreakerStatus, HealthCheck, HealthReport } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import type { Clock } from '../ports.ts';
import { type CheckResult, checkDatabase, checkDataFolder, checkDefaultSource } from './health-checks.ts';
import { healthResources } from './health-resources.ts';

export interface HealthServiceDeps {
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly dataSources?: Pick<DataSourceService, 'connect'>;
  readonly breakers?: { statuses(): BreakerStatus[] | Promise<BreakerStatus[]> };
  /** Of the product, as its manifest says. */
  readonly version: string;
}

export type HealthService = ReturnType<typeof createHealthService>;

/** A check that does not come back is a failed one. */
const DEADLINE_MS = 3_000;
/** Questions of many load balancers are answered by one look. */
const FRESH_MS = 1_000;

/** Whether the parts that an answer needs work, as of at most a second ago. */
export function createHealthService({ database, dataDir, clock, dataSources, breakers, version }: HealthServiceDeps) {
  const startedAt = clock.now().getTime();
  let last: { readonly at: number; readonly report: Promise<HealthReport> } | null = null;
  return { check, ready };

  /** Really uses every part that an answer needs. */
  function check(): Promise<HealthReport> {
    const at = clock.now().getTime();
    if (!last || at - last.at >= FRESH_MS) last = { at, report: examine() };
    return last.report;
  }

  /** Whether requests can be served: warnings do not count. */
  async function ready(): Promise<boolean> {
    return (await check()).status !== 'fail';
  }

  async function examine(): Promise<HealthReport> {
    const source = await database.repositories.dataSources.getDefault().catch(() => null);
    const checks = await Promise.all([
      timed('database', () => checkDatabase(database, clock)),
      timed('data_folder', () => checkDataFolder(dataDir)),
      ...(source && dataSources ? [timed('default_source', () => checkDefaultSource(dataSources, source.id, DEADLINE_MS))] : []),
    ]);
    const users = await database.repositories.users.count().catch(() => 0);
    const statuses = (await breakers?.statuses()) ?? [];
    return {
      status: worst(checks, statuses),
      version,
      uptimeSeconds: Math.max(0, Math.round((clock.now().getTime() - startedAt) / 1_000)),
      setupComplete: users > 0,
      checks,
      breakers: statuses,
      resources: await healthResources(dataDir),
    };
  }
}

async function timed(name: string, check: () => Promise<CheckResult>): Promise<HealthCheck> {
  const begun = performance.now();
  const result = await Promise.race([check().catch((): CheckResult => ({ status: 'fail', message: 'does not work' })), overdue()]);
  return { name, ...result, ms: Math.round((performance.now() - begun) * 10) / 10 };
}

function overdue(): Promise<CheckResult> {
  return new Promise((resolve) => setTimeout(() => resolve({ status: 'fail', message: 'does not answer' }), DEADLINE_MS).unref());
}

/** A breaker that is not closed stands for one resource of several: the server itself can be used. */
function worst(checks: readonly HealthCheck[], breakers: readonly BreakerStatus[]): HealthReport['status'] {
  if (checks.some(({ status }) => status === 'fail')) return 'fail';
  const warned = checks.some(({ status }) => status === 'warn') || breakers.some(({ state }) => state !== 'closed');
  return warned ? 'warn' : 'pass';
}
