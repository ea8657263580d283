import {
  type Actor,
  ANSWER_SECONDS,
  AppError,
  because,
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
import { modelBreakerKey } from './model-breaker-id.ts';
import { namesOfModels } from './model-endpoint.ts';
import type { ModelKeys } from './model-keys.ts';
import { modelSettings } from './model-settings.ts';
import { testModel } from './test-model.ts';

export interface ModelServiceDeps {
  readonly database: Database;
  readonly keys: ModelKeys;
  readonly clock: Clock;
}

export type ModelService = ReturnType<typeof createModelService>;

/** The language models that questions may be sent to; at most one is active. */
export function createModelService({ database, keys, clock }: ModelServiceDeps) {
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
      const created = await modelProfiles.create({
        ...fieldsOf(input),
        ...extrasOf(input),
        id,
        sealedKey: keys.seal(id, input),
        createdAt,
      });
      if (first) await modelProfiles.activate(id, createdAt);
      await auditLog.append(audited(actor, 'model.created', created));
      return presented({ ...created, active: first });
    });
  }

  /** The active one of a first start, in the transaction of its set-up. */
  async function recordFirst({ modelProfiles, auditLog }: Repositories, input: FirstModel, by: UserId): Promise<void> {
    const [id, createdAt] = [newId('mdl'), clock.now()];
    const named = { ...input, name: input.name ?? input.model.slice(0, 100) };
    const created = await modelProfiles.create({ ...fieldsOf(named), ...extrasOf(input), id, sealedKey: keys.seal(id, input), createdAt });
    await modelProfiles.activate(id, createdAt);
    await auditLog.append(audited({ userId: by }, 'model.created', created));
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict`, `invalid_input` when the stored key is not for the new host */
  async function update(actor: Actor, input: ModelProfileInput & { readonly id: ModelProfileId }): Promise<ModelProfile> {
    requirePermission(actor, 'model.write');
    const known = await existing(input.id);
    const key = keys.chosen(known, input);
    const sealedKey = keys.seal(known.id, { baseUrl: input.baseUrl, apiKey: key ?? '' });
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
      if (users.length > 0) throw AppError.because('conflict', because('model_in_use'));
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

  async function server(input: ModelServerInput) {
    const apiKey = input.id ? keys.chosen(await existing(input.id), input) : input.apiKey || null;
    return { provider: input.provider, baseUrl: input.baseUrl, apiKey };
  }

  async function existing(id: ModelProfileId): Promise<ModelProfileRow> {
    const found = await profiles.getById(id);
    if (!found) throw absent();
    return found;
  }

  function audited(actor: Pick<Actor, 'userId'>, action: string, { id, name, baseUrl, model }: ModelProfileRow) {
    return { at: clock.now(), actor: actor.userId, action, target: id, details: { name, host: new URL(baseUrl).host, model } };
  }
}

function absent(): AppError {
  return AppError.because('not_found', because('no_such_model_profile'));
}

function fieldsOf({ name, provider, baseUrl, model }: Pick<ModelProfileRow, 'name' | 'provider' | 'baseUrl' | 'model'>) {
  return { name, provider, baseUrl, model };
}

/** What an input leaves out is none. */
function extrasOf({ embeddingModel = null, inputPrice = null, outputPrice = null, contextTokens = null, ...input }: FirstModel) {
  const answerSeconds = input.answerSeconds ?? ANSWER_SECONDS[input.provider];
  return { embeddingModel, inputPrice, outputPrice, contextTokens, answerSeconds };
}

function presented({ sealedKey, updatedAt: _, createdAt, ...profile }: ModelProfileRow): ModelProfile {
  return { ...profile, breakerKey: modelBreakerKey(profile), hasKey: sealedKey !== null, createdAt: createdAt.toISOString() };
}
