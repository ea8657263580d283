import type { ToolName } from '@majed-vanna/contract';
import type { Repositories } from '@majed-vanna/db';
import type { Clock, Logger } from '../ports.ts';

interface Uses {
  readonly tool: ToolName;
  readonly day: string;
  calls: number;
  failures: number;
  lastUsedAt: Date;
}

const FLUSH_AFTER_MS = 5_000;

export interface UseBufferDeps {
  readonly toolUses: Repositories['toolUses'];
  readonly clock: Clock;
  readonly log?: Pick<Logger, 'warn'> | undefined;
}

/** Counts calls in memory and writes them now and then: an answer never waits for its statistics, nor fails of them. */
export function createUseBuffer({ toolUses, clock, log }: UseBufferDeps) {
  let waiting = new Map<string, Uses>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  return { record, flush, close };

  function record(tool: ToolName, ok: boolean): void {
    const lastUsedAt = clock.now();
    keep({ tool, day: lastUsedAt.toISOString().slice(0, 10), calls: 1, failures: ok ? 0 : 1, lastUsedAt });
    timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS).unref();
  }

  /** What cannot be written is kept for the next time. */
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  async function write(): Promise<void> {
    const batch = waiting;
    waiting = new Map();
    for (const uses of batch.values())
      await toolUses.add(uses).catch((error: unknown) => {
        log?.warn({ err: error }, 'the use of a tool was not recorded');
        keep(uses);
      });
  }

  function keep(uses: Uses): void {
    const key = `${uses.day} ${uses.tool}`;
    const known = waiting.get(key);
    if (!known) return void waiting.set(key, { ...uses });
    known.calls += uses.calls;
    known.failures += uses.failures;
    if (uses.lastUsedAt > known.lastUsedAt) known.lastUsedAt = uses.lastUsedAt;
  }

  async function close(): Promise<void> {
    await flush();
  }
}
