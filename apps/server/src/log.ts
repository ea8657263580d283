import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import pino, { type Logger } from 'pino';
import { openRollingFile } from './rolling-file.ts';

const SECRETS = [
  'password',
  'newPassword',
  'currentPassword',
  'accessToken',
  'refreshToken',
  'token',
  'apiKey',
  'secretKey',
  'authorization',
  'cookie',
];

const LARGEST_FILE_BYTES = 20 * 1_024 * 1_024;
const FILES_KEPT = 5;

/** JSON lines into `<folder>/server.<n>.log`, and on the console too when debugging; fields that hold secrets are blanked. */
export async function createLog({ folder, debug }: { folder: string; debug: boolean }): Promise<{ log: Logger; flush(): Promise<void> }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await openRollingFile({ folder, name: 'server', maxBytes: LARGEST_FILE_BYTES, kept: FILES_KEPT });
  await once(file, 'ready');
  const level = debug ? 'debug' : 'info';
  const streams = [{ level, stream: file }, ...(debug ? [{ level, stream: process.stdout }] : [])];
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`]);
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: '[hidden]' } },
    pino.multistream(streams),
  );
  return { log, flush: () => new Promise((resolve) => file.flush(() => resolve())) };
}
