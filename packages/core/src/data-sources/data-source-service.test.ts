import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newId, type UploadId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../ports.ts';
import { createRecordingLogger } from '../testing/recording-logger.ts';
import { writeShop } from '../testing/shop-source.ts';
import { createTestBreakers } from '../testing/test-breakers.ts';
import { createDataSourceService } from './data-source-service.ts';
import { createUploadStore } from './upload-store.ts';

async function service() {
  const dataDir = await mkdtemp(join(tmpdir(), 'data-sources-'));
  const database = await createTestDatabase();
  const uploads = createUploadStore({ dataDir });
  const log = createRecordingLogger();
  const breakers = createTestBreakers({ database, clock: systemClock, log });
  const dataSources = createDataSourceService({ database, dataDir, uploads, breakers, clock: systemClock, log });
  onTestFinished(async () => {
    await dataSources.close();
    await database[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  });
  const upload = async (name: string, content: string | Uint8Array): Promise<UploadId> =>
    (await uploads.save(name, chunks(content), { maxBytes: 10_000_000 })).id;
  const folders = async () => (await readdir(join(dataDir, 'sources')).catch(() => [])).filter((name) => !name.startsWith('.'));
  return { dataDir, database, dataSources, uploads, upload, folders };
}

async function* chunks(content: string | Uint8Array) {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
}

async function queryAll({ dataSources }: Awaited<ReturnType<typeof service>>, id: Parameters<typeof dataSources.connect>[0], sql: string) {
  const { warehouse } = await dataSources.connect(id);
  const rows: unknown[] = [];
  for await (const event of warehouse.query({ sql, maxRows: 100 })) if (event.type === 'batch') rows.push(...event.rows);
  return rows;
}

const VISITS = 'visit_date,branch,visitors\n2025-01-01,Riyadh,10\n2025-01-02,جدة,20\n';

test('files become tables of one source that can be asked, and stay when it is connected again', async () => {
  const house = await service();
  const input = {
    kind: 'files' as const,
    name: 'Visits',
    uploads: [await house.upload('visits.csv', VISITS), await house.upload('staff.json', '[{"name":"Noura","age":30}]')],
  };
  const shown = await house.dataSources.inspect(input);
  expect(shown).toMatchObject({ ok: true, dialect: 'duckdb', dateRange: { from: '2025-01-01', to: '2025-01-02' } });
  expect(shown.tables.map(({ name, rowCount }) => [name, rowCount]).toSorted()).toEqual([
    ['staff', 1],
    ['visits', 2],
  ]);
  expect(shown.tables.find(({ name }) => name === 'visits')?.rows[1]).toEqual(['2025-01-02', 'جدة', 20]);
  const prepared = await house.dataSources.prepare(input);
  const { id } = await house.database.transaction((repositories) => house.dataSources.record(repositories, prepared));
  expect(await queryAll(house, id, 'SELECT sum(visitors) FROM visits')).toEqual([[30]]);
  await house.dataSources.close();
  expect(await queryAll(house, id, 'SELECT count(*) FROM staff')).toEqual([[1]]);
});

test('a SQLite file is a source of its own', async () => {
  const house = await service();
  const path = writeShop(house.dataDir);
  const id = await house.upload('shop.db', await readFile(path));
  expect(await house.dataSources.inspect({ kind: 'files', name: 'Shop', uploads: [id] })).toMatchObject({
    dialect: 'sqlite',
    tables: { length: 3 },
  });
  const second = await house.upload('visits.csv', VISITS);
  await expect(house.dataSources.inspect({ kind: 'files', name: 'Both', uploads: [id, second] })).rejects.toMatchObject({
    code: 'unreadable_file',
    message: expect.stringContaining('shop.db'),
  });
});

test.each([
  ['empty.csv', '', /empty/],
  ['sheet.xlsx', 'PK\u0003\u0004rest', /spreadsheet/],
  ['broken.db', 'not a database at all', /encrypted, damaged/],
])('%s is refused in words for who brought it, and leaves nothing behind', async (name, content, words) => {
  const house = await service();
  await expect(house.upload(name, content)).rejects.toMatchObject({ code: 'unreadable_file', message: expect.stringMatching(words) });
  expect(await readdir(join(house.dataDir, 'uploads'))).toEqual([]);
});

test('an upload that is too large, or breaks off, leaves nothing behind', async () => {
  const { uploads, dataDir } = await service();
  await expect(uploads.save('big.csv', chunks('x'.repeat(5_000)), { maxBytes: 4_000 })).rejects.toMatchObject({ code: 'too_large' });
  await expect(
    uploads.save(
      'half.csv',
      (async function* () {
        yield Buffer.from('a,b\n');
        throw new Error('connection lost');
      })(),
      { maxBytes: 4_000 },
    ),
  ).rejects.toThrow('connection lost');
  expect(await readdir(join(dataDir, 'uploads'))).toEqual([]);
});

test('the name of an upload cannot lead out of its folder', async () => {
  const { uploads, dataDir } = await service();
  const saved = await uploads.save('../../../etc/\u0000cron.csv', chunks(VISITS), { maxBytes: 10_000 });
  expect(saved.fileName).toBe('cron.csv');
  expect((await uploads.resolve(saved.id)).path.startsWith(join(dataDir, 'uploads', saved.id))).toBe(true);
  await expect(uploads.resolve(newId('upl'))).rejects.toMatchObject({ code: 'not_found' });
});

test('uploads of yesterday are removed, those of today are kept', async () => {
  const { uploads, upload, dataDir } = await service();
  const [old, fresh] = [await upload('a.csv', VISITS), await upload('b.csv', VISITS)];
  const past = new Date(Date.now() - 25 * 3_600_000);
  await utimes(join(dataDir, 'uploads', old), past, past);
  await uploads.removeOld();
  expect(await readdir(join(dataDir, 'uploads'))).toEqual([fresh]);
});

test('many who prepare the same input at once each get their own files, and may take them back', async () => {
  const house = await service();
  const input = { kind: 'files' as const, name: 'Visits', uploads: [await house.upload('visits.csv', VISITS)] };
  const prepared = await Promise.all(Array.from({ length: 8 }, () => house.dataSources.prepare(input)));
  expect(await house.folders()).toHaveLength(8);
  for (const lost of prepared.slice(1)) await house.dataSources.discard(lost);
  const [won] = prepared;
  if (!won) throw new Error('nothing was prepared');
  const { id } = await house.database.transaction((repositories) => house.dataSources.record(repositories, won));
  expect(await house.folders()).toEqual([id]);
  expect(await queryAll(house, id, 'SELECT count(*) FROM visits')).toEqual([[2]]);
});

test('folders that no source is made of are removed once they are old; others never', async () => {
  const house = await service();
  const input = { kind: 'files' as const, name: 'Visits', uploads: [await house.upload('visits.csv', VISITS)] };
  const kept = await house.dataSources.prepare(input);
  await house.database.transaction((repositories) => house.dataSources.record(repositories, kept));
  const young = await house.dataSources.prepare(input);
  const sources = join(house.dataDir, 'sources');
  const old = [join(sources, newId('src')), join(sources, `${newId('src')}.part`)];
  const past = new Date(Date.now() - 3_600_000);
  for (const folder of old) {
    await mkdir(folder);
    await writeFile(join(folder, 'data.duckdb'), 'x');
    await utimes(folder, past, past);
  }
  await utimes(join(sources, kept.row.id), past, past);
  await house.dataSources.removeOrphans();
  expect((await house.folders()).toSorted()).toEqual([kept.row.id, young.row.id].toSorted());
});

test('a location outside the data folder is not opened', async () => {
  const house = await service();
  const { id } = await house.database.repositories.dataSources.create({
    id: newId('src'),
    name: 'x',
    kind: 'files',
    dialect: 'sqlite',
    location: '../../etc/passwd',
    isDefault: true,
    createdAt: new Date(),
  });
  await expect(house.dataSources.connect(id)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(house.dataSources.connect(newId('src'))).rejects.toMatchObject({ code: 'not_found' });
});

test('views that never end or always fail leave the tables beside them usable', async () => {
  const house = await service();
  const path = join(house.dataDir, 'views.db');
  const file = new DatabaseSync(path);
  file.exec(`CREATE TABLE visits (branch TEXT, visitors INTEGER); INSERT INTO visits VALUES ('Riyadh', 10);
    CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS total FROM n;
    CREATE VIEW failing AS SELECT json(branch) AS x FROM visits;`);
  file.close();
  const uploads = [await house.upload('views.db', await readFile(path))];
  const shown = await house.dataSources.inspect({ kind: 'files', name: 'Views', uploads });
  expect(shown.tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['endless', []],
    ['visits', [['Riyadh', 10]]],
  ]);
});
