import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { WarehouseError } from '@majed-vanna/warehouse';
import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createHealthService, type HealthServiceDeps } from './health-service.ts';

async function parts() {
  const dataDir = await mkdtemp(join(tmpdir(), 'health-'));
  const database = await createTestDatabase();
  onTestFinished(async () => {
    await database[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  });
  return { dataDir, database, clock: createFakeClock(), version: '1.2.3' };
}

test('passes when everything works, and leaves no trace in the data folder', async () => {
  const deps = await parts();
  const health = createHealthService(deps);
  deps.clock.advance({ seconds: 61 });
  expect(await health.check()).toMatchObject({
    status: 'pass',
    version: '1.2.3',
    uptimeSeconds: 61,
    setupComplete: false,
    checks: [{ name: 'database', status: 'pass' }, { name: 'data_folder' }],
  });
  expect(await health.ready()).toBe(true);
  expect(await readdir(deps.dataDir)).toEqual([]);
});

test('fails without its data folder', async () => {
  const deps = await parts();
  const health = createHealthService({ ...deps, dataDir: join(deps.dataDir, 'gone') });
  expect((await health.check()).checks).toMatchObject([
    { status: 'pass' },
    { name: 'data_folder', status: 'fail', message: 'does not work' },
  ]);
  expect(await health.ready()).toBe(false);
});

test('warns, and still serves, when the default source does not answer', async () => {
  const deps = await parts();
  await deps.database.repositories.dataSources.create({
    id: newId('src'),
    name: 'Shop',
    kind: 'files',
    dialect: 'sqlite',
    location: 'shop.sqlite',
    isDefault: true,
    createdAt: deps.clock.now(),
  });
  const dataSources: HealthServiceDeps['dataSources'] = {
    connect: () => Promise.reject(new WarehouseError('connection', 'host db.internal refused')),
  };
  const health = createHealthService({ ...deps, dataSources });
  const report = await health.check();
  expect(report).toMatchObject({ status: 'warn', checks: [{}, {}, { name: 'default_source', status: 'warn' }] });
  expect(JSON.stringify(report)).not.toContain('db.internal');
  expect(await health.ready()).toBe(true);
});

test('one look answers many within a second, a new one comes after it', async () => {
  const deps = await parts();
  const health = createHealthService(deps);
  const [first, second] = [health.check(), health.check()];
  expect(second).toBe(first);
  await first;
  deps.clock.advance({ seconds: 1 });
  expect(health.check()).not.toBe(first);
});
