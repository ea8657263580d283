import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell } from '@majed-vanna/contract';
import { expect, onTestFinished, test } from 'vitest';
import { createSpoolStore, type SpoolStoreOptions } from './spool-store.ts';

async function store(options: Partial<SpoolStoreOptions> = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'spool-'));
  const spools = createSpoolStore({ dir, ...options });
  onTestFinished(async () => {
    await spools.clear();
    await rm(dir, { recursive: true, force: true });
  });
  const files = async () => (await readdir(dir, { recursive: true })).filter((name) => name.includes('/'));
  return { spools, files };
}

async function* numbers(count: number): AsyncGenerator<Cell[][]> {
  for (let i = 0; i < count; i += 100) yield Array.from({ length: Math.min(100, count - i) }, (_, j): Cell[] => [i + j, `ب${i + j}`]);
}

test('any page is found, also across blocks and in text of several bytes', async () => {
  const { spools } = await store();
  const spool = await spools.take('a', () => numbers(1_030));
  for (const [offset, limit] of [
    [0, 1],
    [249, 2],
    [250, 250],
    [999, 31],
    [1_029, 1],
  ] as const) {
    const { rows } = await spool.read(offset, limit);
    expect(rows).toEqual(Array.from({ length: limit }, (_, i) => [offset + i, `ب${offset + i}`]));
  }
  expect(await spool.read(1_000, 30)).toMatchObject({ complete: true });
  expect(await spool.read(1_000, 29)).toMatchObject({ complete: false });
  expect(await spool.read(5_000, 10)).toEqual({ rows: [], complete: true });
});

test('a first page is there before the last row is', async () => {
  const { spools } = await store();
  const rest = Promise.withResolvers<void>();
  const spool = await spools.take('a', async function* () {
    yield* numbers(200);
    await rest.promise;
    yield* numbers(100);
  });
  expect((await spool.read(0, 100)).rows).toHaveLength(100);
  const last = spool.read(200, 100);
  rest.resolve();
  expect((await last).rows).toHaveLength(100);
});

test('a failure reaches who waits, and the next one starts afresh', async () => {
  const { spools } = await store();
  const failing = await spools.take('a', async function* (): AsyncGenerator<Cell[][]> {
    yield* numbers(100);
    throw new Error('gone');
  });
  await expect(failing.read(500, 1)).rejects.toThrow('gone');
  expect((await (await spools.take('a', () => numbers(10))).read(0, 10)).rows).toHaveLength(10);
});

test('a result without end is stopped at the limit of bytes', async () => {
  const { spools } = await store({ maxBytes: 10_000 });
  const spool = await spools.take('a', () => numbers(10_000_000));
  await expect(spool.read(9_000_000, 1)).rejects.toMatchObject({ code: 'too_large' });
});

test('the one not looked at for longest makes room, and its statement is stopped', async () => {
  let now = 0;
  const { spools, files } = await store({ maxSpools: 2, now: () => ++now });
  const stopped: string[] = [];
  for (const key of ['a', 'b', 'c']) {
    const spool = await spools.take(key, (signal) => {
      signal.addEventListener('abort', () => stopped.push(key));
      return numbers(10);
    });
    await spool.read(0, 10);
  }
  expect(stopped).toEqual(['a']);
  expect(await files()).toHaveLength(2);
  await spools.clear();
  expect(await files()).toEqual([]);
});

test('results are read one after the other, and one that is given up does not hold the others up', async () => {
  let now = 0;
  const { spools } = await store({ maxSpools: 2, now: () => ++now });
  const gate = Promise.withResolvers<void>();
  const opened: string[] = [];
  const open = (key: string) =>
    async function* () {
      opened.push(key);
      await gate.promise;
      yield* numbers(10);
    };
  const first = await spools.take('a', open('a'));
  await spools.take('b', open('b'));
  // Takes the place of the one before, which waits and was never opened.
  await (await spools.take('a', open('a again'))).bytes();
  const third = await spools.take('c', open('c'));
  gate.resolve();
  expect((await first.read(0, 10)).rows).toHaveLength(10);
  expect((await third.read(0, 10)).rows).toHaveLength(10);
  expect(opened).toEqual(['a', 'c']);
});
