import { z } from 'zod';

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

/** `status` is the worst of the checks. */
export const healthReport = z.object({
  status,
  version: z.string(),
  uptimeSeconds: z.number(),
  setupComplete: z.boolean(),
  checks: z.array(healthCheck),
});
export type HealthReport = z.infer<typeof healthReport>;
