import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { compileCache } from './config.ts';

const MAIN = join(import.meta.dirname, '..', 'main.ts');

export interface ServerProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** Waits until the output so far matches. @throws Error when the process ends before it does */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits for the end: exit code, or the signal that ended it. */
  ended(): Promise<{ code: number | string | null; output: string }>;
}

/** The server as `npm start` runs it, in a process of its own. */
export function serverProcess(args: readonly string[], env: Record<string, string> = {}): ServerProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: { NODE_COMPILE_CACHE: compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const exited = once(child, 'close');
  return { child, printed, ended, [Symbol.asyncDispose]: dispose };

  async function printed(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(output);
      if (found) return found;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended without printing ${pattern}:\n${output}`);
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exited]);
    }
  }

  async function ended() {
    const [code, signal] = await exited;
    return { code: code ?? signal, output };
  }

  async function dispose(): Promise<void> {
    child.kill('SIGKILL');
    await exited;
  }
}
