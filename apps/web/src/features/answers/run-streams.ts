import type { AnswerEvent, RunId } from '@majed-vanna/contract';
import { errorCodeOf } from '../../lib/api-error.ts';
import { applyEvent, type RunView, viewOf } from './run-view.ts';

export interface RunState {
  readonly view: RunView;
  /** `waiting` for the network or for the person to sign in again; `broken` needs a person to try again. */
  readonly connection: 'live' | 'waiting' | 'ended' | 'broken';
  readonly error: unknown;
}

export interface EventSubscription {
  unsubscribe(): void;
}

export interface EventHandlers {
  onEvent(seq: number, event: AnswerEvent): void;
  onConnecting(): void;
  onError(error: unknown): void;
  onEnd(): void;
}

export interface RunStreamsDeps {
  subscribe(runId: RunId, afterSeq: number, handlers: EventHandlers): EventSubscription;
  /** Calls back once, when somebody is signed in again. */
  whenSignedIn(callback: () => void): void;
}

interface Stream {
  state: RunState;
  lastSeq: number;
  subscription: EventSubscription | null;
  readonly listeners: Set<() => void>;
}

/** The runs that are going on, outside React: leaving the page and coming back loses nothing. */
export function createRunStreams({ subscribe, whenSignedIn }: RunStreamsDeps) {
  const streams = new Map<RunId, Stream>();
  return { open, get, listen, retry };

  /** Follows a run from the events that are known already; a run that is followed stays as it is. */
  function open(runId: RunId, known: readonly AnswerEvent[]): void {
    if (streams.has(runId)) return;
    const view = viewOf(known);
    const stream: Stream = {
      state: { view, connection: view.outcome ? 'ended' : 'live', error: null },
      lastSeq: known.length,
      subscription: null,
      listeners: new Set(),
    };
    streams.set(runId, stream);
    if (!view.outcome) connect(runId, stream);
  }

  function get(runId: RunId): RunState | null {
    return streams.get(runId)?.state ?? null;
  }

  function listen(runId: RunId, listener: () => void): () => void {
    const stream = streams.get(runId);
    stream?.listeners.add(listener);
    return () => void stream?.listeners.delete(listener);
  }

  function retry(runId: RunId): void {
    const stream = streams.get(runId);
    if (stream?.state.connection === 'broken') connect(runId, stream);
  }

  function connect(runId: RunId, stream: Stream) {
    change(stream, { ...stream.state, connection: 'live', error: null });
    stream.subscription = subscribe(runId, stream.lastSeq, {
      onEvent: (seq, event) => take(stream, seq, event),
      onConnecting: () => !stream.state.view.outcome && change(stream, { ...stream.state, connection: 'waiting' }),
      onEnd: () => finish(stream),
      onError: (error) => fail(runId, stream, error),
    });
    // The whole run may have arrived before the subscription was returned.
    if (stream.state.view.outcome) finish(stream);
  }

  function take(stream: Stream, seq: number, event: AnswerEvent) {
    // A connection that came back may repeat what was seen.
    if (seq <= stream.lastSeq) return;
    stream.lastSeq = seq;
    const view = applyEvent(stream.state.view, event);
    change(stream, { view, connection: view.outcome ? 'ended' : 'live', error: null });
    if (view.outcome) finish(stream);
  }

  function finish(stream: Stream) {
    stream.subscription?.unsubscribe();
    stream.subscription = null;
    if (stream.state.connection !== 'ended')
      change(stream, { ...stream.state, connection: stream.state.view.outcome ? 'ended' : 'broken' });
  }

  function fail(runId: RunId, stream: Stream, error: unknown) {
    stream.subscription = null;
    if (errorCodeOf(error) === 'not_signed_in') {
      change(stream, { ...stream.state, connection: 'waiting' });
      whenSignedIn(() => connect(runId, stream));
    } else change(stream, { ...stream.state, connection: 'broken', error });
  }

  function change(stream: Stream, state: RunState) {
    stream.state = state;
    for (const listener of stream.listeners) listener();
  }
}
