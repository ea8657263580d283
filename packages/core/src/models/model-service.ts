import {
  type Actor,
  AppError,
  type FirstModel,
  type ModelList,
  type ModelProfile,
  type ModelProfileId,
  type ModelProfileInput,
  type ModelServerInput,
  type ModelTest,
  type ModelTestInput,
  newId,
  type RoleModelInput,
  type RoleModels,
  type UserId,
} from '@majed-vanna/contract';
import type { Database, ModelProfileRow, Repositories } from '@majed-vanna/db';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { modelBreakerId } from './model-breaker-id.ts';
import { type ModelEndpoint, namesOfModels } from './model-endpoint.ts';
import { modelSettings } from './model-settings.ts';
import { testModel } from './test-model.ts';

export interface ModelServiceDeps {
  readonly database: Database;
  readonly secrets: SecretBox;
  readonly clock: Clock;
  /** From the environment; used as long as no profile was ever saved. */
  readonly bootDefault: ModelEndpoint | null;
}

export type ModelService = ReturnType<typeof createModelService>;

/** The language models that questions may be sent to; at most one is active. */
export function createModelService({ database, secrets, clock, bootDefault }: ModelServiceDeps) {
  const { modelProfiles: profiles } = database.repositories;
  return {
    list,
    create,
    recordFirst,
    update,
    remove,
    activate,
    listModels: modelsOf,
    test,
    roles,
    setRole,
    activeEndpoint,
    endpointFor,
    breakerSubjects,
  };

  /** @throws AppError `forbidden` */
  async function list(actor: Actor): Promise<ModelProfile[]> {
    requirePermission(actor, 'model.read');
    return (await profiles.list()).map(presented);
  }

  /** The first one becomes the active one. @throws AppError `forbidden`, `conflict` when the name is taken */
  async function create(actor: Actor, input: ModelProfileInput): Promise<ModelProfile> {
    requirePermission(actor, 'model.write');
    const [id, createdAt] = [newId('mdl'), clock.now()];
    return database.transaction(async ({ modelProfiles, auditLog }) => {
      const first = (await modelProfiles.list()).length === 0;
      const created = await modelProfiles.create({ ...fieldsOf(input), ...extrasOf(input), id, sealedKey: sealed(id, input), createdAt });
      if (first) await modelProfiles.activate(id, createdAt);
      await auditLog.append(audited(actor, 'model.created', created));
      return presented({ ...created, active: first });
    });
  }

  /** The active one of a first start, in the transaction of its set-up. */
  async function recordFirst({ modelProfiles, auditLog }: Repositories, input: FirstModel, by: UserId): Promise<void> {
    const [id, createdAt] = [newId('mdl'), clock.now()];
    const named = { ...input, name: input.name ?? input.model.slice(0, 100) };
    const created = await modelProfiles.create({ ...fieldsOf(named), ...extrasOf(input), id, sealedKey: sealed(id, input), createdAt });
    await modelProfiles.activate(id, createdAt);
    await auditLog.append(audited({ userId: by }, 'model.created', created));
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict`, `invalid_input` when the stored key is not for the new host */
  async function update(actor: Actor, input: ModelProfileInput & { readonly id: ModelProfileId }): Promise<ModelProfile> {
    requirePermission(actor, 'model.write');
    const known = await existing(input.id);
    const key = keyFor(known, input);
    const sealedKey = sealed(known.id, { baseUrl: input.baseUrl, apiKey: key ?? '' });
    return database.transaction(async ({ modelProfiles, auditLog }) => {
      const updated = await modelProfiles.update(known.id, { ...fieldsOf(input), ...extrasOf(input), sealedKey }, clock.now());
      await auditLog.append(audited(actor, 'model.updated', updated));
      return presented(updated);
    });
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict` while a role is to use it: its questions must not go elsewhere unasked */
  async function remove(actor: Actor, id: ModelProfileId): Promise<void> {
    requirePermission(actor, 'model.write');
    const known = await existing(id);
    await database.transaction(async ({ modelProfiles, settings, auditLog }) => {
      const users = Object.entries(await modelSettings({ settings }).roles()).filter(
        ([, { kind, ...to }]) => kind === 'profile' && 'id' in to && to.id === id,
      );
      if (users.length > 0) throw new AppError('conflict', 'A role uses this model. Choose another one for it first.');
      await modelProfiles.remove(id);
      await auditLog.append(audited(actor, 'model.removed', known));
    });
  }

  /** Null lets the embedded engine answer alone. @throws AppError `forbidden`, `not_found` */
  async function activate(actor: Actor, id: ModelProfileId | null): Promise<void> {
    requirePermission(actor, 'model.write');
    await database.transaction(async ({ modelProfiles, auditLog }) => {
      await modelProfiles.activate(id, clock.now());
      await auditLog.append({ at: clock.now(), actor: actor.userId, action: 'model.activated', target: id, details: {} });
    });
  }

  /** Read from the server. @throws AppError `forbidden`, `not_found`, `invalid_input`; one that says why the server cannot be asked */
  async function modelsOf(actor: Actor, input: ModelServerInput): Promise<ModelList> {
    requirePermission(actor, 'model.write');
    return namesOfModels(await server(input));
  }

  /** Really completes a prompt. @throws AppError `forbidden`, `not_found`, `invalid_input`; one that says what is wrong and what to do */
  async function test(actor: Actor, input: ModelTestInput): Promise<ModelTest> {
    requirePermission(actor, 'model.write');
    return testModel({ ...(await server(input)), model: input.model, embeddingModel: input.embeddingModel ?? null });
  }

  /** @throws AppError `forbidden` */
  async function roles(actor: Actor): Promise<RoleModels> {
    requirePermission(actor, 'model.read');
    return modelSettings(database.repositories).roles();
  }

  /** Which model answers a role's questions, from the next one on. @throws AppError `forbidden`, `not_found` */
  async function setRole(actor: Actor, { role, model }: RoleModelInput): Promise<void> {
    requirePermission(actor, 'model.write');
    const at = clock.now();
    await database.transaction(async ({ modelProfiles, settings, auditLog }) => {
      if (model.kind === 'profile' && !(await modelProfiles.getById(model.id))) throw absent();
      const before = await modelSettings({ settings }).roles();
      await modelSettings({ settings }).setRole(role, model, at);
      await auditLog.append({
        at,
        actor: actor.userId,
        action: 'model.role_set',
        target: model.kind === 'profile' ? model.id : null,
        details: { role, before: before[role], after: model },
      });
    });
  }

  /** Whom questions are sent to; null when the embedded engine answers alone. */
  async function activeEndpoint(): Promise<ModelEndpoint | null> {
    const active = await profiles.getActive();
    if (active) return endpointOf(active);
    return bootDefault !== null && (await profiles.list()).length === 0 ? bootDefault : null;
  }

  /** What may get a circuit breaker: every profile, else the environment's model. */
  async function breakerSubjects() {
    const known = await profiles.list();
    const endpoints = known.length === 0 && bootDefault ? [bootDefault] : known;
    return endpoints.map(({ baseUrl, model }) => ({ kind: 'llm' as const, id: modelBreakerId({ baseUrl, model }), name: model }));
  }

  /** Whom the questions of this actor's role are sent to; null when the embedded engine answers alone. */
  async function endpointFor({ role }: Pick<Actor, 'role'>): Promise<ModelEndpoint | null> {
    const choice = (await modelSettings(database.repositories).roles())[role];
    if (choice.kind === 'none') return null;
    if (choice.kind === 'active') return activeEndpoint();
    const chosen = await profiles.getById(choice.id);
    // One that is gone is not replaced by another, which may be somebody else's server.
    return chosen && endpointOf(chosen);
  }

  function endpointOf(profile: ModelProfileRow): ModelEndpoint {
    const { id, inputPrice: input, outputPrice: output, embeddingModel } = profile;
    return { ...fieldsOf(profile), apiKey: storedKey(profile), profileId: id, prices: { input, output }, embeddingModel };
  }

  async function server(input: ModelServerInput) {
    const apiKey = input.id ? keyFor(await existing(input.id), input) : input.apiKey || null;
    return { provider: input.provider, baseUrl: input.baseUrl, apiKey };
  }

  async function existing(id: ModelProfileId): Promise<ModelProfileRow> {
    const found = await profiles.getById(id);
    if (!found) throw absent();
    return found;
  }

  /** The key that was given, else the stored one, which is never used for another host. */
  function keyFor(known: ModelProfileRow, { apiKey, baseUrl }: Pick<ModelServerInput, 'apiKey' | 'baseUrl'>): string | null {
    if (apiKey !== undefined) return apiKey || null;
    if (known.sealedKey !== null && originOf(known.baseUrl) !== originOf(baseUrl))
      throw new AppError('invalid_input', 'The stored key was saved for another server. Type the key for this one, or leave it empty.', {
        details: { field: 'apiKey' },
      });
    return storedKey(known);
  }

  function storedKey({ id, baseUrl, sealedKey }: ModelProfileRow): string | null {
    return sealedKey === null ? null : secrets.open(fieldName(id, baseUrl), sealedKey);
  }

  function sealed(id: ModelProfileId, { apiKey, baseUrl }: Pick<ModelServerInput, 'apiKey' | 'baseUrl'>): string | null {
    return apiKey ? secrets.seal(fieldName(id, baseUrl), apiKey) : null;
  }

  function audited(actor: Pick<Actor, 'userId'>, action: string, { id, name, baseUrl, model }: ModelProfileRow) {
    return { at: clock.now(), actor: actor.userId, action, target: id, details: { name, host: new URL(baseUrl).host, model } };
  }
}

function absent(): AppError {
  return new AppError('not_found', 'This model profile does not exist.');
}

/** Holds the origin, so that a key does not even open for another server. */
function fieldName(id: ModelProfileId, baseUrl: string): string {
  return `model_profiles.sealed_key ${id} ${originOf(baseUrl)}`;
}

function originOf(baseUrl: string): string {
  return new URL(baseUrl).origin;
}

function fieldsOf({ name, provider, baseUrl, model }: Pick<ModelProfileRow, 'name' | 'provider' | 'baseUrl' | 'model'>) {
  return { name, provider, baseUrl, model };
}

/** What an input leaves out is none. */
function extrasOf({ embeddingModel = null, inputPrice = null, outputPrice = null }: FirstModel) {
  return { embeddingModel, inputPrice, outputPrice };
}

function presented({ sealedKey, updatedAt: _, createdAt, ...profile }: ModelProfileRow): ModelProfile {
  return { ...profile, hasKey: sealedKey !== null, createdAt: createdAt.toISOString() };
}
