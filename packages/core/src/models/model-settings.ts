import { currency, type Role, type RoleModels, role, roleModel, userId } from '@majed-vanna/contract';
import type { Repositories } from '@majed-vanna/db';
import { z } from 'zod';

const ROLES = 'models.roles';
const QUOTAS = 'models.quotas';
const CURRENCY = 'models.currency';

const storedRoles = z.partialRecord(role, roleModel);
const storedQuotas = z.object({
  roles: z.partialRecord(role, z.number().nullable()),
  users: z.record(userId, z.number()),
});
type StoredQuotas = z.infer<typeof storedQuotas>;

/** What administrators set about models, apart from the profiles themselves. What cannot be read is an error, never no limit. */
export function modelSettings({ settings }: Pick<Repositories, 'settings'>) {
  return { roles, setRole, quotas, setQuotas, currency: readCurrency, setCurrency };

  /** What was never chosen is the active model. */
  async function roles(): Promise<RoleModels> {
    const stored = await chosen();
    return { admin: ACTIVE, analyst: ACTIVE, normal: ACTIVE, integration: ACTIVE, ...stored };
  }

  async function setRole(of: Role, model: z.infer<typeof roleModel>, at: Date): Promise<void> {
    await settings.set(ROLES, { ...(await chosen()), [of]: model }, at);
  }

  async function quotas(): Promise<StoredQuotas> {
    const stored = await settings.get(QUOTAS);
    return stored === null ? { roles: {}, users: {} } : storedQuotas.parse(stored);
  }

  async function setQuotas(next: StoredQuotas, at: Date): Promise<void> {
    await settings.set(QUOTAS, next, at);
  }

  async function readCurrency(): Promise<string> {
    return currency.parse((await settings.get(CURRENCY)) ?? 'USD');
  }

  async function setCurrency(code: string, at: Date): Promise<void> {
    await settings.set(CURRENCY, code, at);
  }

  async function chosen() {
    return storedRoles.parse((await settings.get(ROLES)) ?? {});
  }
}

const ACTIVE = { kind: 'active' } as const;
