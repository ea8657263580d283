import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@majed-vanna/contract';
import { createTestDatabase, type TestDatabase } from '@majed-vanna/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../ports.ts';
import { ADMINISTRATOR, CLIENT, createSetupWorld, type SetupWorld } from '../testing/setup-world.ts';
import { createSetupService } from './setup-service.ts';

let database: TestDatabase;
let dataDir: string;
let world: SetupWorld;

beforeEach(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'setup-'));
  world = createSetupWorld({ database, dataDir, clock: systemClock });
});
afterEach(async () => {
  await world.dataSources.close();
  await database[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const code = async () => (await world.setup.currentCode()) ?? '';
const sourceFolders = async () => (await readdir(join(dataDir, 'sources')).catch(() => [])).filter((name) => !name.startsWith('.'));

describe('the wizard', () => {
  test('makes the administrator and the source, signs in, and closes for good', async () => {
    const signedIn = await world.setup.complete(
      { code: await code(), administrator: ADMINISTRATOR, dataSource: await world.upload() },
      CLIENT,
    );
    expect(signedIn.user).toMatchObject({ username: 'layla', role: 'admin', mustChangePassword: false });
    const { actor } = await world.auth.authenticate(signedIn.accessToken);
    expect(await world.dataSources.list(actor)).toMatchObject([{ name: 'Our sales', kind: 'files', isDefault: true }]);
    expect(await database.repositories.auditLog.list({ action: 'setup.completed', limit: 5 })).toMatchObject([{ actor: actor.userId }]);
    expect(await world.setup.state()).toEqual({ open: false });
    expect(await world.setup.currentCode()).toBeNull();
    await world.auth.signIn(ADMINISTRATOR, CLIENT);
  });

  test('keeps nothing of what it tried once it is over', async () => {
    const dataSource = await world.upload();
    await world.setup.testDataSource({ code: await code(), dataSource });
    await world.setup.complete({ code: await code(), administrator: ADMINISTRATOR, dataSource }, CLIENT);
    expect(await readdir(join(dataDir, 'sources'))).toEqual(await sourceFolders());
  });

  test('is closed after a restart too, whatever code comes', async () => {
    const known = await code();
    const dataSource = await world.upload();
    await world.setup.complete({ code: known, administrator: ADMINISTRATOR, dataSource }, CLIENT);
    for (const setup of [world.setup, createSetupService(world)]) {
      const closed = { code: 'setup_closed' };
      await expect(setup.verifyCode(known)).rejects.toMatchObject(closed);
      await expect(setup.testDataSource({ code: known, dataSource })).rejects.toMatchObject(closed);
      await expect(setup.complete({ code: known, administrator: ADMINISTRATOR, dataSource }, CLIENT)).rejects.toMatchObject(closed);
    }
    expect(await database.repositories.users.count()).toBe(1);
  });

  test('does nothing without the code', async () => {
    const dataSource = await world.upload();
    await expect(world.setup.verifyCode('AAAA-AAAA-AAAA')).rejects.toMatchObject({ code: 'wrong_setup_code' });
    await expect(world.setup.testDataSource({ code: 'no', dataSource })).rejects.toMatchObject({ code: 'wrong_setup_code' });
    const input = { code: 'no', administrator: ADMINISTRATOR, dataSource };
    await expect(world.setup.complete(input, CLIENT)).rejects.toMatchObject({ code: 'wrong_setup_code' });
    expect(await database.repositories.users.count()).toBe(0);
    expect(await sourceFolders()).toEqual([]);
  });

  test('really opens a source that is tested, and keeps nothing of it', async () => {
    const test = await world.setup.testDataSource({ code: await code(), dataSource: await world.upload() });
    expect(test.tables).toMatchObject([{ rowCount: 2 }]);
    expect(await database.repositories.dataSources.list()).toEqual([]);
    expect(await sourceFolders()).toEqual([]);
  });

  test('a bad password or a lost upload changes nothing, and the next attempt works', async () => {
    const dataSource = await world.upload();
    const bad = { username: 'layla', password: 'layla and the harbour' };
    await expect(world.setup.complete({ code: await code(), administrator: bad, dataSource }, CLIENT)).rejects.toMatchObject({
      code: 'invalid_input',
      details: { reason: 'password_contains_username' },
    });
    const lost = { kind: 'files' as const, name: 'Lost', uploads: [newId('upl')] };
    const attempt = world.setup.complete({ code: await code(), administrator: ADMINISTRATOR, dataSource: lost }, CLIENT);
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
    expect(await world.setup.state()).toEqual({ open: true });
    await world.setup.complete({ code: await code(), administrator: ADMINISTRATOR, dataSource }, CLIENT);
  });

  test('thirty at the same time make one administrator, one source and one folder', async () => {
    const dataSource = await world.upload();
    const input = { code: await code(), administrator: ADMINISTRATOR, dataSource };
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => world.setup.complete(input, CLIENT)));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 29 }, () => 'setup_closed'));
    expect(await database.repositories.users.count({ role: 'admin' })).toBe(1);
    expect((await database.repositories.dataSources.list()).map(({ id }) => id)).toEqual(await readdir(join(dataDir, 'sources')));
  });
});

test('a commit whose answer is lost keeps its files: the set-up is finished, and works', async () => {
  const transaction: typeof database.transaction = async (work) => {
    await database.transaction(work);
    throw new Error('the connection was lost');
  };
  const setup = createSetupService({ ...world, database: { ...database, transaction } });
  const input = { code: (await setup.currentCode()) ?? '', administrator: ADMINISTRATOR, dataSource: await world.upload() };
  await expect(setup.complete(input, CLIENT)).rejects.toThrow('the connection was lost');
  expect(await world.setup.state()).toEqual({ open: false });
  await world.auth.signIn(ADMINISTRATOR, CLIENT);
  expect((await database.repositories.dataSources.list()).map(({ id }) => id)).toEqual(await sourceFolders());
});

describe('a set-up file', () => {
  async function file(content: unknown): Promise<string> {
    const path = join(dataDir, 'setup.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }
  const problemsOf = (path: string) =>
    world.setup.completeFromFile(path).then(
      () => 'no problem',
      (error: Error) => error.message,
    );

  test('sets up without a code, with paths relative to itself; a second start leaves everything as it is', async () => {
    await world.writeCsv('sales.csv');
    await world.writeCsv('targets.csv');
    const dataSource = { kind: 'files', name: 'Our sales', paths: ['./sales.csv', 'targets.csv'] };
    const path = await file({ administrator: ADMINISTRATOR, dataSource });
    expect(await world.setup.completeFromFile(path)).toEqual({ completed: true });
    expect(await world.setup.completeFromFile(path)).toEqual({ completed: false });
    expect(await world.setup.completeFromFile(await file('not even JSON'))).toEqual({ completed: false });
    await world.auth.signIn(ADMINISTRATOR, CLIENT);
    const [source] = await database.repositories.dataSources.list();
    const { warehouse } = await world.dataSources.connect(source?.id ?? newId('src'));
    expect((await warehouse.introspect()).tables.map(({ name }) => name).sort()).toEqual(['sales', 'targets']);
    expect(await readdir(join(dataDir, 'uploads'))).toEqual([]);
  });

  test('names every problem of its shape at once, each with its place', async () => {
    const message = await problemsOf(
      await file({ administrator: { username: 'x', password: 'short' }, dataSource: { kind: 'files', name: '', paths: [] } }),
    );
    for (const place of ['administrator.username', 'administrator.password', 'dataSource.name', 'dataSource.paths']) {
      expect(message).toContain(`\n  ${place}: `);
    }
  });

  test('names a bad password and every missing file at once', async () => {
    const administrator = { username: 'layla', password: 'Password123456789' };
    const message = await problemsOf(await file({ administrator, dataSource: { kind: 'files', name: 'A', paths: ['a.csv', '.'] } }));
    expect(message).toMatch(/\n {2}administrator\.password: .*tried first/);
    expect(message).toContain('\n  dataSource.paths[0]: a.csv does not exist');
    expect(message).toContain('\n  dataSource.paths[1]: . is not a file');
    expect(message).not.toContain('Password123456789');
    expect(await world.setup.state()).toEqual({ open: true });
  });

  test.each([
    ['is not JSON', '{ "administrator": '],
    ['the whole file', '[]'],
    ['dataSource', JSON.stringify({ administrator: ADMINISTRATOR, dataSource: { kind: 'oracle' } })],
  ])('says that %s is wrong', async (words, content) => {
    expect(await problemsOf(await file(content))).toContain(words);
  });

  test('that is not there is named', async () => {
    expect(await problemsOf(join(dataDir, 'absent.json'))).toMatch(/absent\.json cannot be read \(ENOENT\)/);
  });
});

describe('sample data for the command line', () => {
  test('becomes the default source once, and leaves the wizard open; the wizard then takes it as it is', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => world.setup.ensureSampleSetup()));
    expect(new Set(ids.map(({ dataSourceId }) => dataSourceId)).size).toBe(1);
    expect(await world.setup.state()).toEqual({ open: true });
    expect(await database.repositories.users.count()).toBe(0);
    await world.setup.complete({ code: await code(), administrator: ADMINISTRATOR, dataSource: { kind: 'sample' } }, CLIENT);
    expect((await database.repositories.dataSources.list()).map(({ id }) => id)).toEqual([ids[0]?.dataSourceId]);
    expect(await sourceFolders()).toHaveLength(1);
  }, 60_000);

  test('is not made where a source is set up, which stays the default', async () => {
    await world.setup.complete({ code: await code(), administrator: ADMINISTRATOR, dataSource: await world.upload() }, CLIENT);
    const [source] = await database.repositories.dataSources.list();
    expect(await world.setup.ensureSampleSetup()).toEqual({ dataSourceId: source?.id });
  });
});
