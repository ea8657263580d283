import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '@majed-vanna/contract';
import { createSemaphore } from '../resilience/semaphore.ts';
import type { RowBatches } from './row-batches.ts';
import { createSpool, type Spool } from './spool.ts';

export interface SpoolStoreOptions {
  /** Files of this process lie in a folder of their own below it. */
  readonly dir: string;
  readonly maxBytes?: number;
  readonly maxSpools?: number;
  /** Results read at the same time; each takes one of the few connections of its source, which questions need too. */
  readonly readsAtOnce?: number;
  readonly idleMs?: number;
  readonly now?: () => number;
}

type OpenRows = (signal: AbortSignal) => RowBatches;

interface Entry {
  readonly spool: Promise<Spool>;
  readonly stop: AbortController;
  lastUsed: number;
}

const GIGABYTE = 1024 ** 3;

/** Results that are being paged through; the ones not looked at for longest make room. */
export function createSpoolStore({
  dir,
  maxBytes = 2 * GIGABYTE,
  maxSpools = 16,
  readsAtOnce = 1,
  idleMs = 10 * 60_000,
  now = Date.now,
}: SpoolStoreOptions) {
  const folder = join(dir, newId('run', now()));
  const readers = createSemaphore(readsAtOnce);
  const entries = new Map<string, Entry>();
  const sweeper = setInterval(() => void sweep(), 60_000).unref();
  return { take, clear };

  /** The rows under `key`; `open` gives them when nobody asked for them yet. */
  async function take(key: string, open: OpenRows): Promise<Spool> {
    const entry = entries.get(key) ?? create(key, open);
    entry.lastUsed = now();
    await makeRoom(key);
    return entry.spool;
  }

  async function clear(): Promise<void> {
    clearInterval(sweeper);
    await Promise.all([...entries.keys()].map(drop));
    await rm(folder, { recursive: true, force: true });
  }

  function create(key: string, open: OpenRows): Entry {
    const stop = new AbortController();
    const make = async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return createSpool(join(folder, newId('run', now())), inTurn(open, stop.signal), maxBytes);
    };
    const entry: Entry = { spool: make(), stop, lastUsed: now() };
    entries.set(key, entry);
    // A failure is told to who waits for it; the next one tries again.
    entry.spool.then(
      (spool) => spool.failed.then(() => drop(key)),
      () => entries.delete(key),
    );
    return entry;
  }

  async function* inTurn(open: OpenRows, signal: AbortSignal): RowBatches {
    const release = await readers.acquire(signal);
    try {
      yield* open(signal);
    } finally {
      release();
    }
  }

  async function makeRoom(inUse: string): Promise<void> {
    const others = [...entries].filter(([key]) => key !== inUse).toSorted(([, a], [, b]) => a.lastUsed - b.lastUsed);
    while (others.length > 0 && (entries.size > maxSpools || (await totalBytes()) > maxBytes)) await drop(others.shift()?.[0] ?? '');
  }

  async function sweep(): Promise<void> {
    for (const [key, { lastUsed }] of entries) if (now() - lastUsed > idleMs) await drop(key);
  }

  async function totalBytes(): Promise<number> {
    const spools = await Promise.allSettled([...entries.values()].map(({ spool }) => spool));
    return spools.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value.bytes() : 0), 0);
  }

  async function drop(key: string): Promise<void> {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    entry.stop.abort();
    await entry.spool.then(
      (spool) => spool.dispose(),
      () => undefined,
    );
  }
}

export type SpoolStore = ReturnType<typeof createSpoolStore>;
