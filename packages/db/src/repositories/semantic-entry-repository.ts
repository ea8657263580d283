import {
  type DataSourceId,
  dataSourceId,
  type SemanticEntryId,
  type SemanticEntryKind,
  semanticEntryId,
  semanticEntryKind,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { SemanticEntry } from '../generated/sqlite/client.ts';
import { toJson } from './stored-json.ts';

const STATUSES = ['draft', 'confirmed', 'imported'] as const;
/** Who vouches for it: nobody yet, a person, or the file that it came from. */
export type SemanticEntryStatus = (typeof STATUSES)[number];

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
  readonly updatedAt: Date;
}

export type SemanticEntryDraft = Omit<SemanticEntryRow, 'version' | 'updatedAt'>;

export function createSemanticEntryRepository({ semanticEntry: entries }: PrismaConnection) {
  return { list, listNamed, stamp, upsertMany, replaceMany, remove };

  async function list(source: DataSourceId): Promise<SemanticEntryRow[]> {
    return (await entries.findMany({ where: { dataSourceId: source }, orderBy: [{ kind: 'asc' }, { key: 'asc' }] })).map(toRow);
  }

  /** Those of the given kinds and keys; a few are looked up, many are read with all others. */
  async function listNamed(source: DataSourceId, names: readonly Named[]): Promise<SemanticEntryRow[]> {
    return (await storedNamed(source, names)).map(toRow);
  }

  async function storedNamed(source: DataSourceId, names: readonly Named[]): Promise<SemanticEntry[]> {
    if (names.length <= FEW)
      return entries.findMany({ where: { dataSourceId: source, OR: names.map(({ kind, key }) => ({ kind, key })) } });
    const wanted = new Set(names.map(nameOf));
    return (await entries.findMany({ where: { dataSourceId: source } })).filter((entry) => wanted.has(nameOf(entry)));
  }

  /** Differs whenever what `list` says differs; cheap, however many there are. */
  async function stamp(source: DataSourceId): Promise<string> {
    const where = { dataSourceId: source };
    const { _count, _max, _sum } = await entries.aggregate({ where, _count: true, _max: { updatedAt: true }, _sum: { version: true } });
    return `${_count}.${_sum.version}.${_max.updatedAt?.getTime()}`;
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

  /**
   * The same in bulk; a draft whose body is null removes the entry. In a transaction that locked the source, where nobody else
   * writes between the reading and the writing.
   */
  async function replaceMany(source: DataSourceId, drafts: readonly SemanticEntryDraft[], at: Date): Promise<void> {
    const known = new Map((await storedNamed(source, drafts)).map((entry) => [nameOf(entry), entry]));
    const before = drafts.flatMap((draft) => known.get(nameOf(draft))?.id ?? []);
    await entries.deleteMany({ where: { dataSourceId: source, id: { in: before } } });
    const data = drafts
      .filter(({ body }) => body !== null)
      .map((draft) => {
        const earlier = known.get(nameOf(draft));
        const { id, createdAt, version } = earlier ?? { id: draft.id, createdAt: at, version: 0 };
        return { ...draft, body: toJson(draft.body), id, createdAt, updatedAt: at, version: version + 1 };
      });
    await entries.createMany({ data });
  }

  /** Removing what is not there is no error. */
  async function remove(id: SemanticEntryId): Promise<void> {
    await entries.deleteMany({ where: { id } });
  }
}

export type SemanticEntryRepository = ReturnType<typeof createSemanticEntryRepository>;

interface Named {
  readonly kind: string;
  readonly key: string;
}

const FEW = 100;
const nameOf = ({ kind, key }: Named) => `${kind} ${key}`;

function toRow({ id, dataSourceId: source, kind, key, body, status: stored, version, updatedAt }: SemanticEntry): SemanticEntryRow {
  const status = STATUSES.find((candidate) => candidate === stored);
  if (!status) throw new Error(`semantic entry ${id} has an unknown status`);
  const entry = { id: semanticEntryId.parse(id), dataSourceId: dataSourceId.parse(source), kind: semanticEntryKind.parse(kind) };
  return { ...entry, key, body, status, version, updatedAt };
}
