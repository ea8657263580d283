import { fork } from 'node:child_process';
import { AppError, because } from '@majed-vanna/contract';
import { z } from 'zod';

const SCRIPT = new URL('./read-pdf-process.ts', import.meta.url);
const LIMITS = { deadlineMs: 20_000, maxMemoryBytes: 512 * 1024 * 1024 };
/** Files cannot be written, no other program can be started from there. */
const FLAGS = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=256', '--permission', '--allow-worker', '--allow-fs-read=*'];

const reply = z.union([z.object({ text: z.string() }), z.object({ error: z.string() })]);

/** The text of a PDF, page by page; longer than `maxCharacters` when it has more. @throws AppError `unreadable_file` */
export async function readPdf(bytes: Uint8Array, maxCharacters: number, limits: Partial<typeof LIMITS> = {}): Promise<string> {
  const { deadlineMs, maxMemoryBytes } = { ...LIMITS, ...limits };
  const child = fork(SCRIPT, [], { env: {}, execArgv: FLAGS, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => reject(new Error('took too long')), deadlineMs);
  child.once('message', resolve);
  child.once('error', reject);
  child.once('exit', (code, signal) => reject(new Error(`the reader ended (${signal ?? code})`)));
  try {
    child.send({ bytes, maxCharacters, maxMemoryBytes }, (error) => error && reject(error));
    const answer = reply.parse(await promise);
    if ('error' in answer) throw new Error(answer.error);
    return answer.text;
  } catch (cause) {
    throw AppError.because('unreadable_file', because('pdf_unreadable'), { cause });
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
