import { because, type ModelProfileId, type ModelProvider, modelProfileId, modelProvider } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { ModelProfile } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';

export interface ModelProfileRow {
  readonly id: ModelProfileId;
  readonly name: string;
  readonly provider: ModelProvider;
  readonly baseUrl: string;
  readonly model: string;
  /** Encrypted; null when the server asks for no key. */
  readonly sealedKey: string | null;
  readonly active: boolean;
  /** Money per million tokens, in the currency of the settings; null when unknown. */
  readonly inputPrice: number | null;
  readonly outputPrice: number | null;
  /** Model of the same server that encodes texts for search. */
  readonly embeddingModel: string | null;
  /** Tokens that it reads at most; null when unknown. */
  readonly contextTokens: number | null;
  /** Seconds that it may take for one answer. */
  readonly answerSeconds: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

type Optional = 'inputPrice' | 'outputPrice' | 'embeddingModel' | 'contextTokens' | 'answerSeconds';
export type NewModelProfile = Omit<ModelProfileRow, 'active' | 'updatedAt' | Optional> & Partial<Pick<ModelProfileRow, Optional>>;
export type ModelProfileChanges = Partial<Pick<ModelProfileRow, 'name' | 'provider' | 'baseUrl' | 'model' | 'sealedKey' | Optional>>;

const CONFLICT = because('model_name_taken');
const ABSENT = because('no_such_model_profile');

export function createModelProfileRepository({ modelProfile: profiles }: PrismaConnection) {
  return { getById, getActive, list, create, update, activate, remove };

  async function getById(id: ModelProfileId): Promise<ModelProfileRow | null> {
    return toRowOrNull(await profiles.findUnique({ where: { id } }));
  }

  async function getActive(): Promise<ModelProfileRow | null> {
    return toRowOrNull(await profiles.findFirst({ where: { active: true } }));
  }

  /** By name. */
  async function list(): Promise<ModelProfileRow[]> {
    return (await profiles.findMany({ orderBy: { name: 'asc' } })).map(toRow);
  }

  /** @throws AppError `conflict` when the name is taken */
  async function create(profile: NewModelProfile): Promise<ModelProfileRow> {
    const data = { ...profile, active: false, updatedAt: profile.createdAt };
    return toRow(await guarded(profiles.create({ data }), { field: 'name', conflict: CONFLICT }));
  }

  /** @throws AppError `conflict` when the name is taken, `not_found` */
  async function update(id: ModelProfileId, changes: ModelProfileChanges, updatedAt: Date): Promise<ModelProfileRow> {
    const written = profiles.update({ where: { id }, data: { ...changes, updatedAt } });
    return toRow(await guarded(written, { field: 'name', conflict: CONFLICT, absent: ABSENT }));
  }

  /** Makes one the active one, or none, in a transaction of the caller; touches every row, so that two at once leave one. @throws AppError `not_found` */
  async function activate(id: ModelProfileId | null, updatedAt: Date): Promise<void> {
    await profiles.updateMany({ data: { active: false, updatedAt } });
    if (id) await guarded(profiles.update({ where: { id }, data: { active: true, updatedAt } }), { absent: ABSENT });
  }

  /** @throws AppError `not_found` */
  async function remove(id: ModelProfileId): Promise<void> {
    await guarded(profiles.delete({ where: { id } }), { absent: ABSENT });
  }
}

export type ModelProfileRepository = ReturnType<typeof createModelProfileRepository>;

function toRow(profile: ModelProfile): ModelProfileRow {
  return { ...profile, id: modelProfileId.parse(profile.id), provider: modelProvider.parse(profile.provider) };
}

const toRowOrNull = (profile: ModelProfile | null): ModelProfileRow | null => (profile ? toRow(profile) : null);
