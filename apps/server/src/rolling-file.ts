import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';

interface RollingFileOptions {
  readonly folder: string;
  /** The files are `<name>.<n>.log`. */
  readonly name: string;
  readonly maxBytes: number;
  /** Files that are kept, with the one that is written. */
  readonly kept: number;
}

type LogFile = ReturnType<typeof pino.destination>;

const GATHERED_BYTES = 4_096;
const FLUSH_MS = 500;
/** Of lines that cannot be written; more are dropped. */
const MOST_WAITING_BYTES = 4 * 1_024 * 1_024;

/**
 * A file that is followed by the next one when it is full, and the newest of those before it; readable by its owner only. A full
 * disk costs lines, and not the process.
 */
export async function openRollingFile({ folder, name, maxBytes, kept }: RollingFileOptions): Promise<LogFile> {
  let number = Math.max(1, ...(await numbers()));
  let bytes = await sizeOf(pathOf(number));
  const file = pino.destination({
    dest: pathOf(number),
    mode: 0o600,
    sync: false,
    minLength: GATHERED_BYTES,
    maxLength: MOST_WAITING_BYTES,
    periodicFlush: FLUSH_MS,
  });
  const { flushSync } = file;
  let failing = false;
  file.on('error', ({ message }: Error) => {
    if (!failing) process.stderr.write(`The log cannot be written: ${message}\n`);
    failing = true;
    // It would try for ever, also at the end of the process.
    file.flushSync = () => undefined;
    // Of an opening that failed: the next one would close its file once more.
    file.removeAllListeners('ready');
  });
  file.on('write', (written: number) => {
    if (failing && written > 0) {
      failing = false;
      file.flushSync = flushSync;
    }
    bytes += written;
    if (bytes < maxBytes) return;
    bytes = 0;
    // What is being written still goes into the full file.
    file.reopen(pathOf(++number));
    void removeOldest().catch(() => undefined);
  });
  return file;

  async function removeOldest(): Promise<void> {
    for (const old of await numbers()) if (old <= number - kept) await rm(pathOf(old), { force: true });
  }

  async function numbers(): Promise<number[]> {
    const pattern = new RegExp(`^${name}\\.(\\d+)\\.log$`);
    return (await readdir(folder)).flatMap((entry) => pattern.exec(entry)?.[1] ?? []).map(Number);
  }

  function pathOf(place: number): string {
    return join(folder, `${name}.${place}.log`);
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
