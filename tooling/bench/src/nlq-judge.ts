import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface VerdictRequest {
  /** The database, then its variants. */
  readonly files: readonly string[];
  readonly golds: readonly string[];
  readonly predicted: string;
}

export interface StatementReading {
  /** `table.column`, lower case; the column is empty where only rows are counted. */
  readonly columns: readonly string[];
  readonly functions: readonly string[];
}

export interface Verdict {
  /** Why the statement does not run; null when it does. */
  readonly invalid: string | null;
  readonly strict: boolean;
  readonly relaxed: boolean;
  readonly readings: { readonly gold: StatementReading | null; readonly predicted: StatementReading | null };
}

export interface Judge {
  judge(request: VerdictRequest): Promise<Verdict>;
  close(): void;
}

const DEADLINE_MS = 20_000;

/** Runs statements in a child process that is killed and replaced when a statement does not end. */
export function createJudge(deadlineMs: number = DEADLINE_MS): Judge {
  let child: ChildProcess | null = null;
  return { judge, close };

  function judge(request: VerdictRequest): Promise<Verdict> {
    const worker =
      child ??
      fork(fileURLToPath(new URL('./nlq-judge-child.ts', import.meta.url)), {
        execArgv: ['--disable-warning=ExperimentalWarning'],
      });
    child = worker;
    return new Promise((resolve) => {
      const end = (verdict: Verdict) => {
        clearTimeout(timer);
        worker.removeAllListeners();
        resolve(verdict);
      };
      const fail = (invalid: string) => {
        worker.kill('SIGKILL');
        child = null;
        end({ invalid, strict: false, relaxed: false, readings: { gold: null, predicted: null } });
      };
      const timer = setTimeout(() => fail(`no end within ${deadlineMs} ms`), deadlineMs);
      // The child answers each request with one verdict; nothing else writes to its channel.
      worker.once('message', (message) => end(message as Verdict));
      worker.once('exit', () => fail('the process that ran it ended'));
      worker.send(request);
    });
  }

  function close(): void {
    child?.kill();
    child = null;
  }
}
