import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialect } from '@majed-vanna/contract';
import { checkStatement, type GuardVerdict, type SecondReader } from '@majed-vanna/sql';
import { openWarehouse, type Warehouse } from '@majed-vanna/warehouse';
import type { CorpusStatement } from './guard-corpus-file.ts';
import { forbiddenTables, type PolicyFile, policyFor } from './guard-policy-file.ts';
import { createGuardDatabase } from './testing/guard-database.ts';

export interface CorpusLine {
  readonly id: string;
  readonly verdict: 'allow' | 'deny';
  readonly code: string | null;
  readonly output: string | null;
}

export interface CorpusSummary {
  readonly allowed: number;
  readonly denied: number;
  /** Statements whose right verdict the corpus tells, and how many of them came out so. */
  readonly judged: number;
  readonly right: number;
  /** Statements for databases that cannot be checked yet; they are refused, and not listed among the mismatches. */
  readonly unsupported: ReadonlyMap<Dialect, number>;
  readonly mismatches: readonly { readonly id: string; readonly expected: string; readonly got: string; readonly sql: string }[];
  readonly medianMs: number;
}

interface CheckCorpusOptions {
  readonly policyFile: PolicyFile;
  readonly statements: readonly CorpusStatement[];
  readonly maxRows: number;
  readonly report: (line: CorpusLine) => void;
}

/** Checks every statement against a database that holds the policy's tables and the forbidden ones, empty. */
export async function checkCorpus({ policyFile, statements, maxRows, report }: CheckCorpusOptions): Promise<CorpusSummary> {
  const folder = await mkdtemp(join(tmpdir(), 'guard-check-'));
  const warehouses = new Map<Dialect, Promise<Warehouse>>();
  const times: number[] = [];
  const mismatches: CorpusSummary['mismatches'][number][] = [];
  const unsupported = new Map<Dialect, number>();
  let [allowed, judged, right] = [0, 0, 0];
  try {
    for (const { id, dialect, sql, verdict: expected } of statements) {
      const reader = await secondReaderFor(dialect);
      const begun = performance.now();
      const verdict = await checkStatement(
        {
          sql,
          dialect,
          policy: policyFor(policyFile, dialect),
          maxRows,
          takenNames: forbiddenTables(policyFile, dialect).map((key) => key.slice(key.indexOf('.') + 1)),
        },
        reader,
      );
      const checked = verdict.verdict === 'allow' || verdict.refusal.code !== 'unsupported_dialect';
      if (checked) times.push(performance.now() - begun);
      else unsupported.set(dialect, (unsupported.get(dialect) ?? 0) + 1);
      if (expected) judged += 1;
      if (expected === verdict.verdict) right += 1;
      if (verdict.verdict === 'allow') allowed += 1;
      if (checked && expected && expected !== verdict.verdict) mismatches.push({ id, expected, got: explain(verdict), sql });
      report(lineOf(id, verdict));
    }
  } finally {
    await Promise.all([...warehouses.values()].map(async (warehouse) => (await warehouse).close()));
    await rm(folder, { recursive: true, force: true });
  }
  const medianMs = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return { allowed, denied: statements.length - allowed, judged, right, unsupported, mismatches, medianMs };

  async function secondReaderFor(dialect: Dialect): Promise<SecondReader> {
    if (dialect !== 'duckdb' && dialect !== 'sqlite') return () => Promise.reject(new Error(`no database for ${dialect}`));
    const opening = warehouses.get(dialect) ?? open(dialect);
    warehouses.set(dialect, opening);
    const warehouse = await opening;
    return (sql) => warehouse.readStatement(sql);
  }

  async function open(dialect: 'duckdb' | 'sqlite'): Promise<Warehouse> {
    const path = join(folder, `corpus-${dialect}.db`);
    await createGuardDatabase(dialect, path, policyFor(policyFile, dialect), forbiddenTables(policyFile, dialect));
    return openWarehouse({ dialect, path });
  }
}

function lineOf(id: string, verdict: GuardVerdict): CorpusLine {
  if (verdict.verdict === 'allow') return { id, verdict: 'allow', code: null, output: verdict.sql };
  return { id, verdict: 'deny', code: verdict.refusal.code, output: null };
}

function explain(verdict: GuardVerdict): string {
  return verdict.verdict === 'allow' ? 'allow' : `${verdict.refusal.code} (${verdict.refusal.message} ${verdict.refusal.offending ?? ''})`;
}
