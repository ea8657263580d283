import type { AnswerEvent, RunId } from '@majed-vanna/contract';

export type StreamItem = { type: 'data'; id: string; data: AnswerEvent } | { type: 'error'; code: string };

/** Reads one connection of the event stream as it is on the wire; leaving the loop closes the connection. */
export async function* readEvents(url: string, token: string, runId: RunId, lastEventId?: string): AsyncGenerator<StreamItem> {
  const query = new URLSearchParams({ input: JSON.stringify({ runId }), connectionParams: JSON.stringify({ token }) });
  const abort = new AbortController();
  const headers = { accept: 'text/event-stream', ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
  const response = await fetch(`${url}/api/trpc/answers.events?${query}`, { headers, signal: abort.signal });
  try {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) yield* itemsOf(block);
    }
  } finally {
    abort.abort();
  }
}

function itemsOf(block: string): StreamItem[] {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const [event, id, data] = [field('event'), field('id'), field('data')];
  if (event === 'serialized-error') return [{ type: 'error', code: JSON.parse(data ?? '{}').data.appCode }];
  return event === undefined && id !== undefined && data !== undefined ? [{ type: 'data', id, data: JSON.parse(data) }] : [];
}
