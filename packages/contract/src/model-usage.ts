import { z } from 'zod';
import { modelProfileId, userId } from './ids.ts';
import { role } from './permissions.ts';

/** Tokens a day; null when there is no limit. A day ends at midnight UTC. */
const dailyTokens = z.number().int().min(0).max(1_000_000_000_000);

/** Which model answers for a role: the active one, none, or one of its own. */
export const roleModel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('active') }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('profile'), id: modelProfileId }),
]);
export type RoleModel = z.infer<typeof roleModel>;

export const roleModels = z.record(role, roleModel);
export type RoleModels = z.infer<typeof roleModels>;

export const roleModelInput = z.object({ role, model: roleModel });
export type RoleModelInput = z.infer<typeof roleModelInput>;

/** ISO 4217 code of the prices. */
export const currency = z.string().regex(/^[A-Z]{3}$/);

export const modelQuotas = z.object({
  currency,
  /** Of every single person of the role. */
  roles: z.record(role, dailyTokens.nullable()),
  /** A person's own limit wins over the role's. */
  users: z.array(z.object({ id: userId, username: z.string(), tokens: dailyTokens })),
});
export type ModelQuotas = z.infer<typeof modelQuotas>;

export const roleQuotaInput = z.object({ role, tokens: dailyTokens.nullable() });
export type RoleQuotaInput = z.infer<typeof roleQuotaInput>;

/** Null takes the own limit away: the role's holds again. */
export const userQuotaInput = z.object({ username: z.string().trim().min(1).max(200), tokens: dailyTokens.nullable() });
export type UserQuotaInput = z.infer<typeof userQuotaInput>;

/** Whether a person's next question could be put to a model. */
export const modelAvailability = z.object({
  /** `none`: no model is meant for this person. `resting`: it failed and is left alone for a while. */
  state: z.enum(['ready', 'none', 'resting', 'quota_reached']),
});
export type ModelAvailability = z.infer<typeof modelAvailability>;

/** In place of a user and a role: what the product used by itself, such as encoding what it searches. */
export const SYSTEM_USE = 'system';

export const usageInput = z.object({
  /** Days in UTC, both included. */
  from: z.iso.date(),
  to: z.iso.date(),
  by: z.enum(['user', 'role', 'model', 'day']),
});
export type UsageInput = z.infer<typeof usageInput>;

export const usageRow = z.object({
  /** A user's id, a role, a model or a day; `SYSTEM_USE` for the product itself. */
  key: z.string(),
  /** What it is called: of a user the name, where there is one. */
  label: z.string(),
  requests: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
  /** In the currency of the settings; what was used at unknown prices counts as 0. */
  cost: z.number(),
});
export type UsageRow = z.infer<typeof usageRow>;
