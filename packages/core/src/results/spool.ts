import { open, rm } from 'node:fs/promises';
import { AppError, because, type Cell } from '@majed-vanna/contract';
import type { RowBatches } from './row-batches.ts';

export interface Spool {
  /** Waits until the rows are there; `complete` when none follow them. @throws whatever ended the rows early */
  read(offset: number, limit: number): Promise<{ rows: Cell[][]; complete: boolean }>;
  bytes(): number;
  /** Resolves when the rows ended early; never when all came. */
  readonly failed: Promise<void>;
  /** Stops writing and removes the file. */
  dispose(): Promise<void>;
}

const BLOCK_ROWS = 250;

/** Rows on disk, one JSON line each, written as the database gives them and read at any place; memory holds one batch. */
export async function createSpool(path: string, rows: RowBatches, maxBytes: number): Promise<Spool> {
  const file = await open(path, 'wx+', 0o600);
  /** Where each block of rows begins. */
  const blocks: number[] = [0];
  let [rowCount, bytes] = [0, 0];
  let state: 'writing' | 'done' | 'failed' | 'disposed' = 'writing';
  let failure: unknown;
  let progress = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<void>();
  const writing = write();
  return { read, bytes: () => bytes, failed: failed.promise, dispose };

  async function write(): Promise<void> {
    try {
      for await (const batch of rows) {
        if (state !== 'writing') return;
        await append(batch);
        if (bytes > maxBytes) throw AppError.because('too_large', because('result_too_large'));
        wake();
      }
      if (state === 'writing') state = 'done';
    } catch (error) {
      if (state === 'writing') state = 'failed';
      failure = error;
      failed.resolve();
    } finally {
      wake();
    }
  }

  /** Counts and offsets move on only when the bytes are in the file: readers go by them. */
  async function append(batch: readonly (readonly Cell[])[]): Promise<void> {
    const lines = batch.map((row) => `${JSON.stringify(row)}\n`);
    await file.write(lines.join(''), bytes, 'utf8');
    for (const line of lines) {
      bytes += Buffer.byteLength(line);
      rowCount++;
      if (rowCount % BLOCK_ROWS === 0) blocks.push(bytes);
    }
  }

  async function read(offset: number, limit: number): Promise<{ rows: Cell[][]; complete: boolean }> {
    // One row more than asked for, or the end, tells whether the page is the last.
    while (state === 'writing' && rowCount <= offset + limit) await progress.promise;
    if (state === 'failed') throw failure;
    if (state === 'disposed') throw AppError.because('unavailable', because('result_put_away'));
    const first = Math.floor(offset / BLOCK_ROWS);
    const last = Math.min(Math.ceil((offset + limit) / BLOCK_ROWS), blocks.length);
    const lines = await readLines(blocks[first] ?? bytes, blocks[last] ?? bytes);
    const start = offset - first * BLOCK_ROWS;
    return { rows: lines.slice(start, start + limit).map(parseRow), complete: state === 'done' && offset + limit >= rowCount };
  }

  async function readLines(from: number, to: number): Promise<string[]> {
    if (to <= from) return [];
    const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    return buffer.toString('utf8', 0, bytesRead).split('\n').slice(0, -1);
  }

  async function dispose(): Promise<void> {
    if (state === 'disposed') return;
    state = 'disposed';
    wake();
    await writing;
    await file.close();
    await rm(path, { force: true });
  }

  function wake(): void {
    progress.resolve();
    progress = Promise.withResolvers();
  }
}

function parseRow(line: string): Cell[] {
  // Written above, from rows.
  return JSON.parse(line) as Cell[];
}
