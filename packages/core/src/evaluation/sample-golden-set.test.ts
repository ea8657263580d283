import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actor, isGoodVerdict, newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { buildSampleWarehouse, openWarehouse, sampleSemanticEntries, type Warehouse } from '@majed-vanna/warehouse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSemanticsService } from '../semantics/semantics-service.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { createCaseRunner } from './case-runner.ts';
import { casesOf } from './cases-of.ts';
import { recordSampleSet } from './sample-golden-set.ts';

const administrator: Actor = { userId: newId('usr'), username: 'admin', role: 'admin', attributes: {} };
let folder: string;
let warehouse: Warehouse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-set-'));
  await buildSampleWarehouse({ path: join(folder, 'sample.duckdb') });
  warehouse = openWarehouse({ dialect: 'duckdb', path: join(folder, 'sample.duckdb') });
}, 120_000);

afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true });
});

test('the golden set of the sample company can be evaluated on the first day', { timeout: 120_000 }, async () => {
  await using database = await createTestDatabase();
  const { repositories } = database;
  const createdAt = new Date('2026-01-01T09:00:00Z');
  const id = newId('src');
  const place = { name: 'Sample', kind: 'sample', dialect: 'duckdb', location: 'sample.duckdb', isDefault: true } as const;
  const source = await repositories.dataSources.create({ ...place, id, createdAt });
  await repositories.semanticEntries.upsertMany(
    sampleSemanticEntries.map((entry) => ({ ...entry, id: newId('sem'), dataSourceId: id, status: 'confirmed' as const })),
    createdAt,
  );
  await recordSampleSet(repositories, id, createdAt);
  const [set] = await repositories.goldenSets.list(id);
  const { cases } = await casesOf(repositories, { dataSourceId: id, setId: set?.id ?? null });

  const log = createRecordingLogger();
  const dataSources = { connect: async () => ({ source, warehouse }), fileStamp: async () => null };
  const runner = createCaseRunner({ dataSources, agent: null, clock: { now: () => createdAt }, log });
  const semantics = await createSemanticsService({ database, dataSources, log }).engineFor(id);
  const { signal } = new AbortController();
  const results = await runner.runCases({ actor: administrator, dataSourceId: id, semantics, cases, engine: 'embedded', signal });

  expect(results.filter(({ verdict }) => verdict === 'failed')).toEqual([]);
  const right = results.filter(({ verdict }) => isGoodVerdict(verdict));
  expect(right.length / results.length).toBeGreaterThan(0.85);
  const refused = results.filter(({ verdict }) => verdict === 'refused_rightly');
  expect(refused.length).toBeGreaterThanOrEqual(6);
});
