import { z } from 'zod';
import { breakerStatus } from './circuit-breaker.ts';

/** `warn` still serves, `fail` does not. */
const status = z.enum(['pass', 'warn', 'fail']);

export const healthCheck = z.object({
  /** `database`, `data_folder`, `default_source`. */
  name: z.string(),
  status,
  ms: z.number(),
  /** In fixed words, without hosts, paths or the error's own text; null when there is nothing to say. */
  message: z.string().nullable(),
});
export type HealthCheck = z.infer<typeof healthCheck>;

/** In bytes. The disk is the one that holds the data folder; null when it cannot be read. */
export const healthResources = z.object({
  memoryUsed: z.number(),
  memoryTotal: z.number(),
  diskFree: z.number().nullable(),
  diskTotal: z.number().nullable(),
});
export type HealthResources = z.infer<typeof healthResources>;

/** `status` is the worst of the checks; a breaker that is not closed is a warning. */
export const healthReport = z.object({
  status,
  version: z.string(),
  uptimeSeconds: z.number(),
  setupComplete: z.boolean(),
  checks: z.array(healthCheck),
  breakers: z.array(breakerStatus),
  resources: healthResources,
});
export type HealthReport = z.infer<typeof healthReport>;
