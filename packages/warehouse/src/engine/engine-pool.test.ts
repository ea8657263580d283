import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { openWarehouse } from '../open-warehouse.ts';
import { startEngine } from '../start-engine.ts';
import { collect } from '../testing/collect.ts';
import { createEnginePool } from './engine-pool.ts';
import type { EngineProcess } from './engine-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
const path = join(folder, 'small.db');
new DatabaseSync(path).exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
(await DuckDBInstance.create(join(folder, 'small.duckdb'))).closeSync();
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;

function makePool(size: number, idleMs = 60_000) {
  const started: EngineProcess[] = [];
  const start = () => {
    const engine = startEngine('sqlite', path);
    started.push(engine);
    return engine;
  };
  return { pool: createEnginePool({ start, size, idleMs }), started };
}

describe('engine pool', () => {
  it('starts nothing before the first call, and one process for calls one after the other', async () => {
    const { pool, started } = makePool(3);
    expect(started.length).toBe(0);
    for (let call = 0; call < 3; call += 1) pool.release(await pool.acquire(never));
    expect(started.length).toBe(1);
    await pool.close();
  });

  it('lets callers wait in order when all are busy', async () => {
    const { pool, started } = makePool(1);
    const first = await pool.acquire(never);
    const order: string[] = [];
    const second = pool.acquire(never).then((engine) => order.push('second') && pool.release(engine));
    const third = pool.acquire(never).then((engine) => order.push('third') && pool.release(engine));
    pool.release(first);
    await Promise.all([second, third]);
    expect(order).toEqual(['second', 'third']);
    expect(started.length).toBe(1);
    await pool.close();
  });

  it('lets a caller give up waiting without losing the place of the next', async () => {
    const { pool } = makePool(1);
    const first = await pool.acquire(never);
    const controller = new AbortController();
    const second = pool.acquire(controller.signal);
    const third = pool.acquire(never);
    controller.abort(new Error('enough'));
    await expect(second).rejects.toThrow('enough');
    pool.release(first);
    expect(await third).toBe(first);
    await pool.close();
  });

  it('replaces a killed process at once', async () => {
    const { pool, started } = makePool(1);
    const first = await pool.acquire(never);
    first.kill();
    await first.ended;
    pool.release(first);
    expect(started.length).toBe(2);
    expect((await pool.acquire(never)).pid).not.toBe(first.pid);
    await pool.close();
  });

  it('ends a process that has had no work for long, and starts another when there is some', async () => {
    const { pool, started } = makePool(2, 20);
    pool.release(await pool.acquire(never));
    await started[0]?.ended;
    pool.release(await pool.acquire(never));
    expect(started.length).toBe(2);
    await pool.close();
  });

  it('tells every waiting caller when the file cannot be opened', async () => {
    const warehouse = openWarehouse({ dialect: 'duckdb', path });
    const failures = await Promise.all(Array.from({ length: 6 }, () => warehouse.ping().catch((error: unknown) => error)));
    for (const failure of failures) expect(failure).toMatchObject({ kind: 'unreadable_file' });
    await warehouse.close();
  });

  it.each(['duckdb', 'sqlite'] as const)('calls an absent %s file a failed connection', async (dialect) => {
    const warehouse = openWarehouse({ dialect, path: join(folder, 'absent.db') });
    await expect(warehouse.ping()).rejects.toMatchObject({ kind: 'connection' });
    await warehouse.close();
  });

  it('refuses calls after closing, and ends those under way', async () => {
    const warehouse = openWarehouse({ dialect: 'sqlite', path });
    const endless = collect(warehouse, 'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c').catch(
      (error: unknown) => error,
    );
    await warehouse.ping();
    await warehouse.close();
    expect(await endless).toMatchObject({ kind: 'connection' });
    await expect(warehouse.ping()).rejects.toMatchObject({ kind: 'connection' });
  });
});

describe('child process', () => {
  const endless = [
    ['sqlite', 'WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c', path],
    ['duckdb', 'SELECT count(*) FROM range(10000000000) a, range(10000000000) b WHERE a.range + b.range = 7', join(folder, 'small.duckdb')],
  ] as const;

  it('has an environment without anything of ours', async () => {
    const engine = startEngine('sqlite', path);
    await engine.ready;
    if (process.platform === 'linux') {
      const names = readFileSync(`/proc/${engine.pid}/environ`, 'utf8')
        .split('\0')
        .map((entry) => entry.split('=')[0]);
      expect(names.filter((name) => name !== '' && !name?.startsWith('NODE_CHANNEL'))).toEqual([]);
    }
    engine.kill();
    await engine.ended;
  });

  it.runIf(process.platform === 'linux').each(endless)(
    'does not outlive a parent that was killed, even deep in a statement (%s)',
    async (dialect, sql, file) => {
      const script = `
      import { startEngine } from ${JSON.stringify(new URL('../start-engine.ts', import.meta.url).href)};
      const engine = startEngine('${dialect}', ${JSON.stringify(file)});
      await engine.ready;
      engine.run({ kind: 'ping' }).finished.then(() => {
        engine.run({ kind: 'query', sql: '${sql}', maxRows: 1, batchRows: 1 });
        console.log(engine.pid);
      });`;
      const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      const [pid] = await once(parent.stdout.setEncoding('utf8'), 'data');
      // Ends when that process does.
      const watcher = spawn('tail', [`--pid=${String(pid).trim()}`, '-f', '/dev/null']);
      parent.kill('SIGKILL');
      expect((await once(watcher, 'exit'))[0]).toBe(0);
    },
  );
});
