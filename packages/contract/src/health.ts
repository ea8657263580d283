import { z } from 'zod';
import { breakerStatus } from './circuit-breaker.ts';

export const healthCheck = z.object({
  name: z.string(),
  status: z.enum(['pass', 'warn', 'fail']),
  ms: z.number(),
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

export const healthReport = z.object({
  status: z.enum(['pass', 'warn', 'fail']),
  version: z.string(),
  uptimeSeconds: z.number(),
  setupComplete: z.boolean(),
  checks: z.array(healthCheck),
  breakers: z.array(breakerStatus),
  resources: healthResources,
});
export type HealthReport = z.infer<typeof healthReport>;
