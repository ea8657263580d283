import {
  because,
  type DataSourceId,
  dataSourceId,
  type SemanticEntryKind,
  type SemanticVersionId,
  semanticVersionId,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { SemanticVersion } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { fromJson, toJson } from './stored-json.ts';

/** One thing before and after a publication; null where it was not there. */
export interface PublishedDifference {
  readonly kind: SemanticEntryKind;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface SemanticVersionRow {
  readonly id: SemanticVersionId;
  readonly dataSourceId: DataSourceId;
  /** From 1. */
  readonly number: number;
  readonly note: string;
  readonly changes: readonly PublishedDifference[];
  /** Id of who published it. */
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

/** What was published, append-only. */
export function createSemanticVersionRepository({ semanticVersion: versions }: PrismaConnection) {
  return { append, getByNumber, list, listFrom, count };

  /** @throws AppError `conflict` when the number is taken */
  async function append({ changes, ...version }: SemanticVersionRow): Promise<void> {
    const written = versions.create({ data: { ...version, changes: toJson(changes) } });
    await guarded(written, { conflict: because('published_meanwhile') });
  }

  async function getByNumber(source: DataSourceId, number: number): Promise<SemanticVersionRow | null> {
    const found = await versions.findUnique({ where: { dataSourceId_number: { dataSourceId: source, number } } });
    return found && toRow(found);
  }

  /** Newest first. */
  async function list(source: DataSourceId, { skip, take }: { skip: number; take: number }): Promise<SemanticVersionRow[]> {
    return (await versions.findMany({ where: { dataSourceId: source }, orderBy: { number: 'desc' }, skip, take })).map(toRow);
  }

  /** That number and what came after it, oldest first. */
  async function listFrom(source: DataSourceId, number: number): Promise<SemanticVersionRow[]> {
    const found = await versions.findMany({ where: { dataSourceId: source, number: { gte: number } }, orderBy: { number: 'asc' } });
    return found.map(toRow);
  }

  async function count(source: DataSourceId): Promise<number> {
    return versions.count({ where: { dataSourceId: source } });
  }
}

export type SemanticVersionRepository = ReturnType<typeof createSemanticVersionRepository>;

function toRow(version: SemanticVersion): SemanticVersionRow {
  return {
    ...version,
    id: semanticVersionId.parse(version.id),
    dataSourceId: dataSourceId.parse(version.dataSourceId),
    changes: fromJson(version.changes),
  };
}
