import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DataSourceInput, dataSourceId } from '@majed-vanna/contract';
import { openDatabase } from '@majed-vanna/db';
import { testDatabases } from '@majed-vanna/db/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../ports.ts';
import { createFakeClock } from '../testing/index.ts';
import type { SetupProcessOrder, SetupProcessReport } from '../testing/setup-process.ts';
import { ADMINISTRATOR, CLIENT, createSetupWorld } from '../testing/setup-world.ts';

const PROCESS = fileURLToPath(new URL('../testing/setup-process.ts', import.meta.url));

interface Ended {
  readonly signal: string | null;
  readonly outcomes: readonly string[];
}

function setUpInProcess(order: SetupProcessOrder, onBegun: (child: ChildProcess) => void = () => undefined): Promise<Ended> {
  const child = fork(PROCESS, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let report: SetupProcessReport = { outcomes: [] };
  child.on('message', (message) => {
    if (message === 'begun') onBegun(child);
    // Else our own process's last word.
    else report = message as SetupProcessReport;
  });
  child.send(order);
  return new Promise((resolve) => child.on('close', (_code, signal) => resolve({ signal, outcomes: report.outcomes })));
}

describe.each(await testDatabases())('set-up in processes of their own on $provider', ({ provider, create }) => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'setup-crash-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  async function anUpload(): Promise<DataSourceInput> {
    await using database = await create();
    return createSetupWorld({ database, dataDir, clock: systemClock }).upload();
  }

  /** Starts again after a kill: the set-up must be not begun, or finished and working. */
  async function restart(url: string): Promise<'not begun' | 'finished'> {
    const database = await openDatabase({ url });
    // Later than any folder is young.
    const clock = createFakeClock(new Date(Date.now() + 3_600_000).toISOString());
    const world = createSetupWorld({ database, dataDir, clock });
    try {
      await world.dataSources.removeOrphans();
      const folders = await readdir(join(dataDir, 'sources')).catch(() => []);
      const sources = await database.repositories.dataSources.list();
      expect(folders).toEqual(sources.map(({ id }) => id));
      const { open } = await world.setup.state();
      expect(await database.repositories.users.count()).toBe(open ? 0 : 1);
      expect(sources).toHaveLength(open ? 0 : 1);
      if (!open) {
        await world.auth.signIn(ADMINISTRATOR, CLIENT);
        const { warehouse } = await world.dataSources.connect(dataSourceId.parse(folders[0]));
        expect((await warehouse.introspect()).tables).toHaveLength(1);
      }
      return open ? 'not begun' : 'finished';
    } finally {
      await world.dataSources.close();
      await database.close();
    }
  }

  test('a kill after any step leaves it not begun or finished, and what is not begun can be finished', async () => {
    const dataSource = await anUpload();
    const found: string[] = [];
    // The steps are those of the service and not of the provider: where they are known already, every fourth will do.
    for (let dieAfterStep = 1; ; dieAfterStep += provider === 'sqlite' ? 1 : 4) {
      await using database = await create();
      const order = { url: database.url, dataDir, dataSource, attempts: 1 };
      const { signal, outcomes } = await setUpInProcess({ ...order, dieAfterStep });
      if (signal === null) {
        expect(outcomes).toEqual(['completed']);
        break;
      }
      expect(signal).toBe('SIGKILL');
      found.push(await restart(database.url));
      if (found.length === 1) expect((await setUpInProcess(order)).outcomes).toEqual(['completed']);
      await rm(join(dataDir, 'sources'), { recursive: true, force: true });
    }
    // Every step up to the commit is "not begun", every later one "finished", and there are some of both.
    expect(found).toEqual([...found].sort().reverse());
    expect(new Set(found).size).toBe(2);
  }, 120_000);

  // What is killed is the same on both: once is enough.
  if (provider === 'sqlite')
    test('a kill from outside, at no step in particular, leaves it not begun or finished', async () => {
      const dataSource = await anUpload();
      for (let round = 0; round < 2; round++) {
        await using database = await create();
        const kill = (child: ChildProcess, turns: number) => {
          if (turns === 0) child.kill('SIGKILL');
          else setImmediate(kill, child, turns - 1);
        };
        await setUpInProcess({ url: database.url, dataDir, dataSource, attempts: 1 }, (child) => kill(child, round * 40_000));
        expect(['not begun', 'finished']).toContain(await restart(database.url));
        await rm(join(dataDir, 'sources'), { recursive: true, force: true });
      }
    }, 60_000);

  test('thirty attempts in three processes make one administrator', async () => {
    const dataSource = await anUpload();
    await using database = await create();
    const order = { url: database.url, dataDir, dataSource, attempts: 10 };
    const ended = await Promise.all([1, 2, 3].map(() => setUpInProcess(order)));
    const outcomes = ended.flatMap((process) => process.outcomes).sort();
    expect(outcomes.filter((outcome) => outcome === 'completed')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'setup_closed' || outcome === 'wrong_setup_code')).toHaveLength(29);
    expect(await database.repositories.users.count()).toBe(1);
    expect(await database.repositories.dataSources.list()).toHaveLength(1);
  }, 60_000);
});
