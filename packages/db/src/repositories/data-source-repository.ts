import {
  because,
  type DataSourceId,
  type DataToLlm,
  type Dialect,
  dataSourceId,
  dataSourceSummary,
  dataToLlm,
  dialect,
  type SchemaSnapshot,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { DataSource } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { fromJson, toJson } from './stored-json.ts';

const kind = dataSourceSummary.shape.kind;
const omit = { schemaSnapshot: true } as const;
type StoredSource = Omit<DataSource, 'schemaSnapshot'>;

export interface DataSourceRow {
  readonly id: DataSourceId;
  readonly name: string;
  readonly kind: 'sample' | 'files';
  readonly dialect: Dialect;
  /** Relative to the data folder. */
  readonly location: string;
  readonly isDefault: boolean;
  /** What of the data a language model may see. */
  readonly dataToLlm: DataToLlm;
  /** Number of the published semantic layer; 0 before the first publication. */
  readonly semanticVersion: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null until the source was introspected; its snapshot is read for itself, it may be large. */
  readonly schemaVersion: string | null;
}

export type NewDataSource = Pick<DataSourceRow, 'id' | 'name' | 'kind' | 'dialect' | 'location' | 'isDefault' | 'createdAt'> &
  Partial<Pick<DataSourceRow, 'schemaVersion' | 'dataToLlm'>> & { readonly schemaSnapshot?: SchemaSnapshot };
export type DataSourceChanges = {
  readonly name?: string;
  readonly location?: string;
  readonly isDefault?: true;
  readonly dataToLlm?: DataToLlm;
  readonly schemaSnapshot?: SchemaSnapshot;
  readonly schemaVersion?: string;
  readonly semanticVersion?: number;
};

export function createDataSourceRepository({ dataSource: sources }: PrismaConnection) {
  return { getById, snapshotOf, getDefault, list, lock, create, update, remove };

  async function getById(id: DataSourceId): Promise<DataSourceRow | null> {
    return toRowOrNull(await sources.findUnique({ where: { id }, omit }));
  }

  /** What introspection saw; null before. */
  async function snapshotOf(id: DataSourceId): Promise<SchemaSnapshot | null> {
    const found = await sources.findUnique({ where: { id }, select: { schemaSnapshot: true } });
    return fromJson(found?.schemaSnapshot ?? null);
  }

  /** The one marked so, else the oldest; null when there is none. */
  async function getDefault(): Promise<DataSourceRow | null> {
    return toRowOrNull(await sources.findFirst({ orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }], omit }));
  }

  /** Oldest first. */
  async function list(): Promise<DataSourceRow[]> {
    return (await sources.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], omit })).map(toRow);
  }

  /**
   * Whoever changes what belongs to a source takes turns with the others, to the end of the caller's transaction.
   * @throws AppError `not_found`
   */
  async function lock(id: DataSourceId): Promise<DataSourceRow> {
    const locked = sources.update({ where: { id }, data: { semanticVersion: { increment: 0 } }, omit });
    return toRow(await guarded(locked, { absent: because('no_such_source') }));
  }

  /** A default one takes the mark from the others. Two writes then: call it inside a transaction. */
  async function create({ schemaSnapshot, ...source }: NewDataSource): Promise<DataSourceRow> {
    if (source.isDefault) await clearDefault();
    const data = { ...source, updatedAt: source.createdAt, ...(schemaSnapshot && { schemaSnapshot: toJson(schemaSnapshot) }) };
    return toRow(await guarded(sources.create({ data, omit }), { conflict: because('source_exists') }));
  }

  /** @throws AppError `not_found` */
  async function update(
    id: DataSourceId,
    { schemaSnapshot, ...changes }: DataSourceChanges,
    at: Date = new Date(),
  ): Promise<DataSourceRow> {
    if (changes.isDefault) await clearDefault();
    const data = { ...changes, updatedAt: at, ...(schemaSnapshot && { schemaSnapshot: toJson(schemaSnapshot) }) };
    return toRow(await guarded(sources.update({ where: { id }, data, omit }), { absent: because('no_such_source') }));
  }

  /** @throws AppError `conflict` while conversations are about it, `not_found` when absent. */
  async function remove(id: DataSourceId): Promise<void> {
    await guarded(sources.delete({ where: { id } }), {
      conflict: because('source_in_use'),
      absent: because('no_such_source'),
    });
  }

  async function clearDefault(): Promise<void> {
    await sources.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
  }
}

export type DataSourceRepository = ReturnType<typeof createDataSourceRepository>;

function toRow(source: StoredSource): DataSourceRow {
  return {
    ...source,
    id: dataSourceId.parse(source.id),
    kind: kind.parse(source.kind),
    dialect: dialect.parse(source.dialect),
    dataToLlm: dataToLlm.parse(source.dataToLlm),
  };
}

const toRowOrNull = (source: StoredSource | null): DataSourceRow | null => (source ? toRow(source) : null);
