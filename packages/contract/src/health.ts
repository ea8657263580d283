import { z } from 'zod';

export const healthCheck = z.object({
  name: z.string(),
  status: z.enum(['pass', 'warn', 'fail']),
  ms: z.number(),
  message: z.string().nullable(),
});
export type HealthCheck = z.infer<typeof healthCheck>;

export const healthReport = z.object({
  status: z.enum(['pass', 'warn', 'fail']),
  version: z.string(),
  uptimeSeconds: z.number(),
  setupComplete: z.boolean(),
  checks: z.array(healthCheck),
});
export type HealthReport = z.infer<typeof healthReport>;
