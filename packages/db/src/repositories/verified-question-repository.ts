import {
  type BrokenCheck,
  type DataSourceId,
  dataSourceId,
  type Language,
  language,
  type RunId,
  runId,
  type VerifiedQuestionCheck,
  type VerifiedQuestionId,
  type VerifiedQuestionOrigin,
  type VerifiedQuestionStatus,
  verifiedQuestionId,
  verifiedQuestionOrigin,
  verifiedQuestionStatus,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { VerifiedQuestion } from '../generated/sqlite/client.ts';
import { fromJson, toJson } from './stored-json.ts';
import { searchKey, storable } from './text-keys.ts';

/** A question with its statement. Only those with the status `verified` may be used for anything. */
export interface VerifiedQuestionRow {
  readonly id: VerifiedQuestionId;
  readonly dataSourceId: DataSourceId;
  readonly question: string;
  /** Questions of one key are one question. */
  readonly questionKey: string;
  readonly language: Language;
  readonly sql: string;
  /** ISO day that relative periods of the question are counted from; null when unknown. */
  readonly asOf: string | null;
  readonly status: VerifiedQuestionStatus;
  readonly origin: VerifiedQuestionOrigin;
  readonly originRunId: RunId | null;
  readonly check: VerifiedQuestionCheck | null;
  /** A check that was begun and has not ended; its process may have died. */
  readonly begunCheck: BrokenCheck | null;
  /** Ids of who proposed and who decided. */
  readonly author: string;
  readonly reviewer: string | null;
  readonly reviewNote: string | null;
  readonly uses: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewVerifiedQuestion = Omit<
  VerifiedQuestionRow,
  'check' | 'begunCheck' | 'reviewer' | 'reviewNote' | 'uses' | 'updatedAt' | 'originRunId' | 'asOf'
> &
  Partial<Pick<VerifiedQuestionRow, 'originRunId' | 'asOf'>>;

export type VerifiedQuestionChanges = Partial<
  Pick<
    VerifiedQuestionRow,
    'question' | 'questionKey' | 'language' | 'sql' | 'asOf' | 'status' | 'author' | 'reviewer' | 'reviewNote' | 'check'
  >
>;

export interface VerifiedQuestionFilter {
  readonly dataSourceId: DataSourceId;
  readonly status: readonly VerifiedQuestionStatus[];
  readonly find?: string;
  readonly offset?: number;
  readonly limit: number;
}

export function createVerifiedQuestionRepository({ verifiedQuestion: questions }: PrismaConnection) {
  return { create, getById, listByKey, listByAuthor, listVerified, listDrafts, list, count, countDraftsOf, update, noteCheck, countUse };

  async function create({ createdAt, question, sql, ...row }: NewVerifiedQuestion): Promise<VerifiedQuestionRow> {
    const clean = { question: storable(question), sql: storable(sql), createdAt, updatedAt: createdAt };
    return toRow(await questions.create({ data: { ...row, ...clean } }));
  }

  async function getById(id: VerifiedQuestionId): Promise<VerifiedQuestionRow | null> {
    const found = await questions.findUnique({ where: { id } });
    return found && toRow(found);
  }

  /** All of one question, whatever their status; oldest first. */
  async function listByKey(source: DataSourceId, questionKey: string): Promise<VerifiedQuestionRow[]> {
    const where = { dataSourceId: source, questionKey };
    return (await questions.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  }

  /** Oldest first, of every source and status. */
  async function listByAuthor(author: string): Promise<VerifiedQuestionRow[]> {
    return (await questions.findMany({ where: { author }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  }

  /** Those that may be used, oldest first. */
  async function listVerified(source: DataSourceId): Promise<VerifiedQuestionRow[]> {
    const where = { dataSourceId: source, status: 'verified' satisfies VerifiedQuestionStatus };
    return (await questions.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  }

  /** Of every source, oldest first, a page at a time: those that came after `last`. */
  async function listDrafts(last: Pick<VerifiedQuestionRow, 'id' | 'createdAt'> | null, limit: number): Promise<VerifiedQuestionRow[]> {
    const status = 'draft' satisfies VerifiedQuestionStatus;
    const behind = last && [{ createdAt: { gt: last.createdAt } }, { createdAt: last.createdAt, id: { gt: last.id } }];
    const where = { status, ...(behind ? { OR: behind } : {}) };
    return (await questions.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: limit })).map(toRow);
  }

  /** Last changed first, with the number of all that the filter lets through. */
  async function list(filter: VerifiedQuestionFilter): Promise<{ items: VerifiedQuestionRow[]; total: number }> {
    const where = { dataSourceId: filter.dataSourceId, status: { in: [...filter.status] } };
    const orderBy = [{ updatedAt: 'desc' as const }, { id: 'desc' as const }];
    const wanted = searchKey(filter.find ?? '');
    const offset = filter.offset ?? 0;
    if (wanted === '') {
      const [found, total] = [
        await questions.findMany({ where, orderBy, skip: offset, take: filter.limit }),
        await questions.count({ where }),
      ];
      return { items: found.map(toRow), total };
    }
    // Folded text is not stored for statements; the questions of a source are few enough to be looked through.
    const texts = await questions.findMany({ where, orderBy, select: { id: true, question: true, sql: true } });
    const ids = texts.filter(({ question, sql }) => searchKey(`${question} ${sql}`).includes(wanted)).map(({ id }) => id);
    const page = ids.slice(offset, offset + filter.limit);
    const found = new Map((await questions.findMany({ where: { id: { in: page } } })).map((row) => [row.id, toRow(row)]));
    return { items: page.flatMap((id) => found.get(verifiedQuestionId.parse(id)) ?? []), total: ids.length };
  }

  /** Of all sources. */
  async function count(status: VerifiedQuestionStatus): Promise<number> {
    return questions.count({ where: { status } });
  }

  /** Of one person, in all sources. */
  async function countDraftsOf(author: string): Promise<number> {
    return questions.count({ where: { author, status: 'draft' satisfies VerifiedQuestionStatus } });
  }

  /** A check that begins, or broke; null when there is nothing to tell. Does not count as a change. */
  async function noteCheck(id: VerifiedQuestionId, begun: BrokenCheck | null): Promise<void> {
    const known = await getById(id);
    if (!known) return;
    const stored = { ...known.check, ...(begun ? { [BEGUN]: begun } : {}) };
    await questions.updateMany({ where: { id, updatedAt: known.updatedAt }, data: { check: toJson(stored) } });
  }

  /** Only when it is still as it was at `seenAt`; tells whether it was. */
  async function update(id: VerifiedQuestionId, seenAt: Date, changes: VerifiedQuestionChanges, at: Date): Promise<boolean> {
    const { check, question, sql, ...plain } = changes;
    const texts = {
      ...(question === undefined ? {} : { question: storable(question) }),
      ...(sql === undefined ? {} : { sql: storable(sql) }),
    };
    const json = check ? { check: toJson(check) } : check === null ? { check: toJson({}) } : {};
    const { count } = await questions.updateMany({
      where: { id, updatedAt: seenAt },
      data: { ...plain, ...texts, ...json, updatedAt: at },
    });
    return count === 1;
  }

  /** Does not count as a change. */
  async function countUse(id: VerifiedQuestionId): Promise<void> {
    await questions.updateMany({ where: { id }, data: { uses: { increment: 1 } } });
  }
}

export type VerifiedQuestionRepository = ReturnType<typeof createVerifiedQuestionRepository>;

function toRow({ plan: _plan, ...row }: VerifiedQuestion): VerifiedQuestionRow {
  // A check that was taken back is stored as an empty one: JSON null is written differently by the two databases.
  const { [BEGUN]: begunCheck = null, ...kept } = fromJson<StoredCheck>(row.check) ?? {};
  // Written whole by `update`.
  const check = Object.keys(kept).length > 0 ? (kept as VerifiedQuestionCheck) : null;
  return {
    ...row,
    id: verifiedQuestionId.parse(row.id),
    dataSourceId: dataSourceId.parse(row.dataSourceId),
    language: language.parse(row.language),
    status: verifiedQuestionStatus.parse(row.status),
    origin: verifiedQuestionOrigin.parse(row.origin),
    originRunId: row.originRunId === null ? null : runId.parse(row.originRunId),
    check,
    begunCheck,
  };
}

const BEGUN = 'begun';
type StoredCheck = Partial<VerifiedQuestionCheck> & { readonly [BEGUN]?: BrokenCheck };
