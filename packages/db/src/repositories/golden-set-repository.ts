import {
  because,
  type DataSourceId,
  dataSourceId,
  type ExpectedOutcome,
  expectedOutcome,
  type GoldenCaseId,
  type GoldenSetId,
  goldenCaseId,
  goldenSetId,
  type RunId,
  runId,
} from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { GoldenCase, GoldenSet } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { storable } from './text-keys.ts';

export interface GoldenSetRow {
  readonly id: GoldenSetId;
  readonly dataSourceId: DataSourceId;
  readonly name: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface GoldenCaseRow {
  readonly id: GoldenCaseId;
  readonly setId: GoldenSetId;
  readonly question: string;
  readonly expected: ExpectedOutcome;
  readonly sql: string | null;
  readonly originRunId: RunId | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type NewGoldenSet = Omit<GoldenSetRow, 'updatedAt'>;
export type NewGoldenCase = Omit<GoldenCaseRow, 'updatedAt'>;
export type GoldenCaseChanges = Pick<GoldenCaseRow, 'question' | 'expected' | 'sql'>;

const CONFLICT = because('set_name_taken');
const ABSENT_SET = because('no_such_set');
const ABSENT_CASE = because('no_such_case');

/** Sets of golden questions, with their cases. */
export function createGoldenSetRepository({ goldenSet: sets, goldenCase: cases }: PrismaConnection) {
  return { getById, list, create, rename, remove, listCases, countCases, addCases, updateCase, removeCase };

  async function getById(id: GoldenSetId): Promise<GoldenSetRow | null> {
    const found = await sets.findUnique({ where: { id } });
    return found && toRow(found);
  }

  /** By name, with the number of their cases. */
  async function list(source: DataSourceId): Promise<(GoldenSetRow & { readonly cases: number })[]> {
    const found = await sets.findMany({
      where: { dataSourceId: source },
      orderBy: { name: 'asc' },
      include: { _count: { select: { cases: true } } },
    });
    return found.map(({ _count, ...set }) => ({ ...toRow(set), cases: _count.cases }));
  }

  /** @throws AppError `conflict` when the name is taken */
  async function create(set: NewGoldenSet): Promise<GoldenSetRow> {
    return toRow(await guarded(sets.create({ data: { ...set, updatedAt: set.createdAt } }), { field: 'name', conflict: CONFLICT }));
  }

  /** @throws AppError `conflict` when the name is taken, `not_found` */
  async function rename(id: GoldenSetId, name: string, updatedAt: Date): Promise<void> {
    await guarded(sets.update({ where: { id }, data: { name, updatedAt } }), { field: 'name', conflict: CONFLICT, absent: ABSENT_SET });
  }

  /** With its cases; runs of it stay. @throws AppError `not_found` */
  async function remove(id: GoldenSetId): Promise<void> {
    await guarded(sets.delete({ where: { id } }), { absent: ABSENT_SET });
  }

  /** In the order they were added. */
  async function listCases(setId: GoldenSetId): Promise<GoldenCaseRow[]> {
    return (await cases.findMany({ where: { setId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toCase);
  }

  async function countCases(setId: GoldenSetId): Promise<number> {
    return cases.count({ where: { setId } });
  }

  /** @throws AppError `conflict` when the set is gone */
  async function addCases(rows: readonly NewGoldenCase[]): Promise<void> {
    const data = rows.map((row) => ({ ...row, ...texts(row), updatedAt: row.createdAt }));
    await guarded(cases.createMany({ data }), { conflict: because('set_gone') });
  }

  /** @throws AppError `not_found` */
  async function updateCase(
    { setId, id }: Pick<GoldenCaseRow, 'setId' | 'id'>,
    changes: GoldenCaseChanges,
    updatedAt: Date,
  ): Promise<void> {
    await guarded(cases.update({ where: { id, setId }, data: { ...changes, ...texts(changes), updatedAt } }), { absent: ABSENT_CASE });
  }

  /** @throws AppError `not_found` */
  async function removeCase({ setId, id }: Pick<GoldenCaseRow, 'setId' | 'id'>): Promise<void> {
    await guarded(cases.delete({ where: { id, setId } }), { absent: ABSENT_CASE });
  }
}

export type GoldenSetRepository = ReturnType<typeof createGoldenSetRepository>;

const texts = ({ question, sql }: Pick<GoldenCaseRow, 'question' | 'sql'>) => ({
  question: storable(question),
  sql: sql === null ? null : storable(sql),
});

const toRow = (set: GoldenSet): GoldenSetRow => ({
  ...set,
  id: goldenSetId.parse(set.id),
  dataSourceId: dataSourceId.parse(set.dataSourceId),
});

const toCase = (row: GoldenCase): GoldenCaseRow => ({
  ...row,
  id: goldenCaseId.parse(row.id),
  setId: goldenSetId.parse(row.setId),
  expected: expectedOutcome.parse(row.expected),
  originRunId: row.originRunId === null ? null : runId.parse(row.originRunId),
});
