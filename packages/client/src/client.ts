import type { AnswerEvent, AskInput, RunId } from '@majed-vanna/contract';
import type { AppRouter } from '@majed-vanna/server/router';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { EventSource } from 'eventsource';
import { type Credentials, createTokenSource } from './token-source.ts';
import { valuesOf } from './values-of.ts';

export interface MajedVannaClientOptions {
  /** Where the server is, e.g. `http://localhost:7777`. */
  readonly baseUrl: string;
  /** Signs in when the first call needs it, and again when the token is about to expire. */
  readonly signIn?: Credentials;
  /** An access token that you hold already, or a function that brings a fresh one. */
  readonly token?: string | (() => string | Promise<string>);
}

export interface AskOptions extends Omit<AskInput, 'question'> {
  /** Aborting it cancels the run, and the statement in the database with it. */
  readonly signal?: AbortSignal;
}

export type MajedVannaClient = ReturnType<typeof createMajedVannaClient>;

/** A typed client of one server. `api` is everything the server offers; the rest is what is awkward to do by hand. */
export function createMajedVannaClient({ baseUrl, signIn, token }: MajedVannaClientOptions) {
  const url = `${baseUrl.replace(/\/+$/, '')}/api/trpc`;
  const accessToken = createTokenSource({ url, token, signIn });
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url, EventSource, connectionParams: async () => connectionParams(await accessToken()) }),
        false: httpBatchLink({ url, maxItems: 10, headers: async () => headers(await accessToken()) }),
      }),
    ],
  });
  return { api, ask, events };

  /**
   * Asks a question and yields what the run tells, in order, up to `done`. A lost connection is taken up again behind
   * the last event seen. Leaving the loop early stops listening; the run goes on.
   */
  async function* ask(question: string, { signal, ...context }: AskOptions = {}): AsyncGenerator<AnswerEvent> {
    signal?.throwIfAborted();
    const { runId } = await api.answers.ask.mutate({ question, ...context });
    const cancel = () => void api.answers.cancel.mutate({ runId }).catch(() => undefined);
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      for await (const { event } of events(runId)) yield event;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** The events of a run that was started elsewhere or earlier: those behind `lastEventId`, then what still comes. */
  async function* events(runId: RunId, lastEventId?: string): AsyncGenerator<{ id: string; event: AnswerEvent }> {
    const input = lastEventId === undefined ? { runId } : { runId, lastEventId };
    const received = valuesOf<{ id: string; data: AnswerEvent }>((listener) =>
      api.answers.events.subscribe(input, { onData: listener.next, onError: listener.fail, onComplete: listener.end }),
    );
    for await (const { id, data } of received) {
      yield { id, event: data };
      if (data.type === 'done') return;
    }
  }
}

function headers(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

function connectionParams(token: string | null): Record<string, string> {
  return token === null ? {} : { token };
}
