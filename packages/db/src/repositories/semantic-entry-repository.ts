import {
  type DataSourceId,
  dataSourceId,
  SEMANTIC_ENTRY_KINDS,
  type SemanticEntryId,
  type SemanticEntryKind,
  semanticEntryId,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { SemanticEntry } from '../generated/sqlite/client.ts';
import { toJson } from './stored-json.ts';

export type SemanticEntryStatus = 'draft' | 'confirmed';

export interface SemanticEntryRow {
  readonly id: SemanticEntryId;
  readonly dataSourceId: DataSourceId;
  readonly kind: SemanticEntryKind;
  /** Unique among entries of its kind, e.g. `sales.orders.amount`. */
  readonly key: string;
  /** Its shape depends on the kind; who reads it checks it. */
  readonly body: unknown;
  readonly status: SemanticEntryStatus;
  /** Counts the changes, from 1. */
  readonly version: number;
}

export type SemanticEntryDraft = Omit<SemanticEntryRow, 'version'>;

export function createSemanticEntryRepository({ semanticEntry: entries }: PrismaConnection) {
  return { list, upsertMany, remove };

  async function list(source: DataSourceId): Promise<SemanticEntryRow[]> {
    return (await entries.findMany({ where: { dataSourceId: source }, orderBy: [{ kind: 'asc' }, { key: 'asc' }] })).map(toRow);
  }

  /** By source, kind and key; an entry that exists keeps its id. Many writes: call it inside a transaction. */
  async function upsertMany(drafts: readonly SemanticEntryDraft[], at: Date = new Date()): Promise<void> {
    for (const { id, dataSourceId: source, kind, key, body, status } of drafts) {
      const changed = { body: toJson(body), status, updatedAt: at };
      await entries.upsert({
        where: { dataSourceId_kind_key: { dataSourceId: source, kind, key } },
        create: { id, dataSourceId: source, kind, key, createdAt: at, ...changed },
        update: { ...changed, version: { increment: 1 } },
      });
    }
  }

  /** Removing what is not there is no error. */
  async function remove(id: SemanticEntryId): Promise<void> {
    await entries.deleteMany({ where: { id } });
  }
}

export type SemanticEntryRepository = ReturnType<typeof createSemanticEntryRepository>;

function toRow({ id, dataSourceId: source, kind, key, body, status, version }: SemanticEntry): SemanticEntryRow {
  const known = SEMANTIC_ENTRY_KINDS.find((candidate) => candidate === kind);
  if (!known || (status !== 'draft' && status !== 'confirmed')) throw new Error(`semantic entry ${id} has an unknown kind or status`);
  return { id: semanticEntryId.parse(id), dataSourceId: dataSourceId.parse(source), kind: known, key, body, status, version };
}
