import { z } from 'zod';
import { userId } from './ids.ts';

/** How long conversations are kept after their last question, in days; null keeps them for ever. */
export const retention = z.object({ days: z.number().int().min(1).max(3_650).nullable() });
export type Retention = z.infer<typeof retention>;

const size = {
  conversations: z.number().int(),
  answers: z.number().int(),
  /** About what it takes in the system database. */
  bytes: z.number(),
};

/** What is remembered, for administrators: how much and whose, never what. */
export const memoryOverview = z.object({
  ...size,
  retention,
  /** Largest first. `username` is null for a partner, or someone who is gone. */
  owners: z.array(z.object({ userId, username: z.string().nullable(), ...size, lastUsedAt: z.iso.datetime() })),
});
export type MemoryOverview = z.infer<typeof memoryOverview>;

/** Which conversations go: of one owner or of all, last used at least so many days ago (0: all). */
export const purgeInput = z.object({ userId: userId.optional(), unusedDays: z.number().int().min(0).max(3_650) });
export type PurgeInput = z.infer<typeof purgeInput>;

export const purged = z.object({ conversations: z.number().int() });

/** What is remembered of oneself. */
export const myData = z.object({ ...size, sessions: z.number().int(), activity: z.number().int(), retention });
export type MyData = z.infer<typeof myData>;

/** A link that the browser can simply follow: good once, for a minute. */
export const downloadLink = z.object({ url: z.string() });
