import {
  type Actor,
  AppError,
  because,
  type ModelQuotas,
  type Role,
  type RoleQuotaInput,
  role,
  type UserQuotaInput,
  userId,
} from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import { modelSettings } from './model-settings.ts';

export type QuotaService = ReturnType<typeof createQuotaService>;

/** How many tokens a day people may use of models, and in which money prices are. */
export function createQuotaService({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
  return { get, setRole, setUser, setCurrency };

  /** @throws AppError `forbidden` */
  async function get(actor: Actor): Promise<ModelQuotas> {
    requirePermission(actor, 'model.read');
    const settings = modelSettings(database.repositories);
    const [{ roles, users }, currency, known] = await Promise.all([
      settings.quotas(),
      settings.currency(),
      database.repositories.users.list(),
    ]);
    const ofRole = (name: Role) => [name, roles[name] ?? null] as const;
    return {
      currency,
      // Every role stands there: the keys are the roles themselves.
      roles: Object.fromEntries(role.options.map(ofRole)) as ModelQuotas['roles'],
      users: known.flatMap(({ id, username }) => (users[id] === undefined ? [] : [{ id, username, tokens: users[id] }])),
    };
  }

  /** Null takes the limit away. @throws AppError `forbidden` */
  async function setRole(actor: Actor, { role: of, tokens }: RoleQuotaInput): Promise<void> {
    requirePermission(actor, 'model.write');
    await change(actor, of, async (settings, at) => {
      const { roles, users } = await settings.quotas();
      await settings.setQuotas({ roles: { ...roles, [of]: tokens }, users }, at);
      return { role: of, before: roles[of] ?? null, after: tokens };
    });
  }

  /** Null takes the own limit away: the role's holds again. @throws AppError `forbidden`, `not_found` */
  async function setUser(actor: Actor, { username, tokens }: UserQuotaInput): Promise<void> {
    requirePermission(actor, 'model.write');
    const found = await database.repositories.users.getByUsername(username);
    if (!found) throw AppError.because('not_found', because('no_such_user'), { field: 'username' });
    await change(actor, found.id, async (settings, at) => {
      const { roles, users } = await settings.quotas();
      const { [found.id]: before = null, ...others } = users;
      await settings.setQuotas({ roles, users: tokens === null ? others : { ...others, [userId.parse(found.id)]: tokens } }, at);
      return { username: found.username, before, after: tokens };
    });
  }

  /** What was recorded before keeps its figures. @throws AppError `forbidden` */
  async function setCurrency(actor: Actor, code: string): Promise<void> {
    requirePermission(actor, 'model.write');
    await change(actor, null, async (settings, at) => {
      const before = await settings.currency();
      await settings.setCurrency(code, at);
      return { currency: true, before, after: code };
    });
  }

  async function change(
    actor: Actor,
    target: string | null,
    write: (settings: ReturnType<typeof modelSettings>, at: Date) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<void> {
    const at = clock.now();
    await database.transaction(async ({ settings, auditLog }) => {
      const details = await write(modelSettings({ settings }), at);
      await auditLog.append({ at, actor: actor.userId, action: 'model.quota_set', target, details });
    });
  }
}
