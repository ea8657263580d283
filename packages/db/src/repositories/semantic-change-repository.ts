import {
  type ChangeOrigin,
  changeOrigin,
  type DataSourceId,
  dataSourceId,
  type SemanticChangeId,
  type SemanticEntryKind,
  semanticChangeId,
  semanticEntryKind,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { SemanticChange } from '../generated/sqlite/client.ts';
import { fromJson, toJson } from './stored-json.ts';

/** A change of the semantic layer that waits for its publication. */
export interface SemanticChangeRow {
  readonly id: SemanticChangeId;
  readonly dataSourceId: DataSourceId;
  readonly kind: SemanticEntryKind;
  readonly key: string;
  /** What it will be; null removes it. Its shape depends on the kind; who reads it checks it. */
  readonly body: unknown;
  readonly origin: ChangeOrigin;
  /** Id of who proposed it. */
  readonly author: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewSemanticChange = Omit<SemanticChangeRow, 'createdAt' | 'updatedAt'>;

export function createSemanticChangeRepository({ semanticChange: changes }: PrismaConnection) {
  return { list, listNamed, stamp, count, putMany, remove };

  /** By kind and key. */
  async function list(source: DataSourceId): Promise<SemanticChangeRow[]> {
    return (await changes.findMany({ where: { dataSourceId: source }, orderBy: [{ kind: 'asc' }, { key: 'asc' }] })).map(toRow);
  }

  /** Those of the given kinds and keys; a few are looked up, many are read with all others. */
  async function listNamed(source: DataSourceId, names: readonly Named[]): Promise<SemanticChangeRow[]> {
    if (names.length > FEW) {
      const wanted = new Set(names.map(nameOf));
      return (await list(source)).filter((change) => wanted.has(nameOf(change)));
    }
    const where = { dataSourceId: source, OR: names.map(({ kind, key }) => ({ kind, key })) };
    return (await changes.findMany({ where })).map(toRow);
  }

  /** Differs whenever what `list` says differs; cheap, however many there are. */
  async function stamp(source: DataSourceId): Promise<string> {
    const where = { dataSourceId: source };
    const { _count, _max } = await changes.aggregate({ where, _count: true, _max: { updatedAt: true, id: true } });
    return `${_count}.${_max.id}.${_max.updatedAt?.getTime()}`;
  }

  /** Of all sources. */
  async function count(): Promise<number> {
    return changes.count();
  }

  /** One per source, kind and key: an earlier one is replaced and its id kept. In a transaction that locked the source. */
  async function putMany(source: DataSourceId, drafts: readonly NewSemanticChange[], at: Date): Promise<SemanticChangeId[]> {
    const known = new Map((await listNamed(source, drafts)).map((change) => [nameOf(change), change]));
    const rows = drafts.map(({ body, ...draft }) => {
      const earlier = known.get(nameOf(draft));
      const kept = { id: earlier?.id ?? draft.id, createdAt: earlier?.createdAt ?? at };
      return { ...draft, ...kept, updatedAt: at, ...(body === null ? {} : { body: toJson(body) }) };
    });
    await remove(
      source,
      rows.map(({ id }) => id),
    );
    await changes.createMany({ data: rows });
    return rows.map(({ id }) => id);
  }

  /** How many of them there were. */
  async function remove(source: DataSourceId, ids: readonly SemanticChangeId[]): Promise<number> {
    const { count } = await changes.deleteMany({ where: { dataSourceId: source, id: { in: [...ids] } } });
    return count;
  }
}

export type SemanticChangeRepository = ReturnType<typeof createSemanticChangeRepository>;

type Named = Pick<SemanticChangeRow, 'kind' | 'key'>;
const FEW = 100;
const nameOf = ({ kind, key }: Named) => `${kind} ${key}`;

function toRow(change: SemanticChange): SemanticChangeRow {
  return {
    ...change,
    id: semanticChangeId.parse(change.id),
    dataSourceId: dataSourceId.parse(change.dataSourceId),
    kind: semanticEntryKind.parse(change.kind),
    origin: changeOrigin.parse(change.origin),
    body: fromJson(change.body),
  };
}
