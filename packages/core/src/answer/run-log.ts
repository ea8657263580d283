import type { AnswerEvent, RunId } from '@majed-vanna/contract';
import type { Database, FinishedAnswer } from '@majed-vanna/db';

export interface NumberedEvent {
  readonly seq: number;
  readonly event: AnswerEvent;
}

/** A run that is being written by this process. */
export interface LiveRun {
  /** Resolves when somebody was given the first event. */
  readonly heard: Promise<void>;
  /** Hands an event over; it reaches listeners once it is stored. */
  publish(event: AnswerEvent): void;
  /** Stores the last events together with what became of the run: either both are there or neither. @returns whether they are */
  end(last: readonly AnswerEvent[], finished: FinishedAnswer): Promise<boolean>;
}

interface Writing {
  readonly stored: NumberedEvent[];
  readonly waiting: AnswerEvent[];
  ended: boolean;
  wake: PromiseWithResolvers<void>;
  readonly heard: PromiseWithResolvers<void>;
}

const POLL_MS = 300;
/** Between two pieces of a text: shorter looks no smoother, and each costs a write. */
const TEXT_PAUSE_MS = 30;

/**
 * The append-only log of every run. What was shown was stored before, so that a listener that comes back after a lost
 * connection, or after a crash of the server, finds exactly what it saw, and what followed.
 */
export function createRunLog({ database }: { database: Database }) {
  const { answers, runEvents } = database.repositories;
  const live = new Map<RunId, Writing>();
  return { begin, listen };

  /**
   * `first` was stored together with the question.
   * `onLost` is called when the log can no longer be written, e.g. because the conversation was removed.
   */
  function begin(runId: RunId, first: AnswerEvent, onLost: (error: unknown) => void): LiveRun {
    const stored = [{ seq: 1, event: first }];
    const writing: Writing = { stored, waiting: [], ended: false, wake: Promise.withResolvers(), heard: Promise.withResolvers() };
    live.set(runId, writing);
    let pump: Promise<void> | null = null;
    let hurry = () => {};
    return { heard: writing.heard.promise, publish, end };

    function publish(event: AnswerEvent): void {
      if (writing.ended) return;
      gather(writing.waiting, event);
      if (event.type !== 'text_delta') hurry();
      pump ??= storeWaiting()
        .catch(lose)
        .finally(() => {
          pump = null;
        });
    }

    /** While one write is under way, further events gather for the next one. */
    async function storeWaiting(): Promise<void> {
      while (writing.waiting.length > 0 && !writing.ended) {
        const batch = writing.waiting.splice(0);
        await runEvents.append(runId, writing.stored.length + 1, batch);
        show(batch);
        if (batch.every(({ type }) => type === 'text_delta')) await textPause();
      }
    }

    /** The pieces of a text gather for a moment, the first one excepted; anything else is not kept waiting. */
    async function textPause(): Promise<void> {
      if (writing.waiting.some(({ type }) => type !== 'text_delta')) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, TEXT_PAUSE_MS);
      hurry = resolve;
      await promise;
      clearTimeout(timer);
    }

    async function end(last: readonly AnswerEvent[], finished: FinishedAnswer): Promise<boolean> {
      hurry();
      await pump;
      if (writing.ended) return false;
      try {
        await database.transaction(async (repositories) => {
          await repositories.runEvents.append(runId, writing.stored.length + 1, last);
          await repositories.answers.finish(runId, finished);
        });
        show(last);
        close();
        return true;
      } catch (error) {
        lose(error);
        return false;
      }
    }

    function lose(error: unknown): void {
      close();
      onLost(error);
    }

    function show(events: readonly AnswerEvent[]): void {
      for (const event of events) writing.stored.push({ seq: writing.stored.length + 1, event });
      wake();
    }

    function close(): void {
      writing.ended = true;
      live.delete(runId);
      wake();
    }

    function wake(): void {
      writing.wake.resolve();
      writing.wake = Promise.withResolvers();
    }
  }

  /** Events after `afterSeq`, each once and in order: first the stored ones, then those to come; ends with `done`. */
  async function* listen(runId: RunId, afterSeq: number, signal: AbortSignal): AsyncGenerator<NumberedEvent> {
    const writing = live.get(runId);
    yield* writing ? listenLive(writing, afterSeq, signal) : listenStored(runId, afterSeq, signal);
  }

  async function* listenLive(writing: Writing, afterSeq: number, signal: AbortSignal): AsyncGenerator<NumberedEvent> {
    let next = afterSeq;
    while (!signal.aborted) {
      // Taken before looking: what is stored in between wakes this very promise.
      const woken = writing.wake.promise;
      const { ended } = writing;
      for (let entry = writing.stored[next]; entry && !signal.aborted; entry = writing.stored[next]) {
        yield entry;
        next = entry.seq;
        writing.heard.resolve();
      }
      if (ended) return;
      if (writing.stored.length <= next) await orAborted(woken, signal);
    }
  }

  /** A run of the past, or of another process on the same database, which is looked after until it ends. */
  async function* listenStored(runId: RunId, afterSeq: number, signal: AbortSignal): AsyncGenerator<NumberedEvent> {
    let next = afterSeq;
    while (!signal.aborted) {
      const finished = ((await answers.getById(runId))?.finishedAt ?? null) !== null;
      for (const { seq, event } of await runEvents.listAfter(runId, next)) {
        if (signal.aborted) return;
        yield { seq, event };
        next = seq;
        if (event.type === 'done') return;
      }
      if (finished) return;
      await orAborted(pause(), signal);
    }
  }
}

/** Pieces of a text that follow each other become one. */
function gather(waiting: AnswerEvent[], event: AnswerEvent): void {
  const last = waiting.at(-1);
  if (event.type === 'text_delta' && last?.type === 'text_delta')
    waiting[waiting.length - 1] = { type: 'text_delta', text: last.text + event.text };
  else waiting.push(event);
}

export type RunLog = ReturnType<typeof createRunLog>;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, POLL_MS).unref());
}

async function orAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>();
  const onAbort = () => resolve();
  if (signal.aborted) return;
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
