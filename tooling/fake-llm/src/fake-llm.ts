import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { streamedCompletion, wholeCompletion } from './completion.ts';
import type { Reply } from './reply.ts';

export { failure, type Reply, type ToolCall, text, tool } from './reply.ts';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** As it was sent. */
  readonly body: string;
}

export interface FakeLlm extends AsyncDisposable {
  /** With `/v1`. */
  readonly baseUrl: string;
  /** Every request, in order. */
  readonly requests: readonly RecordedRequest[];
  /** What is said from now on, one after the other; the last one again and again. */
  say(...replies: readonly Reply[]): void;
}

interface Options {
  readonly models?: readonly object[];
  /** Any other key is answered with 401. */
  readonly apiKey?: string;
}

/** A model server on a free port of this machine. */
export async function startFakeLlm({ models = [{ id: 'test-model' }], apiKey }: Options = {}): Promise<FakeLlm> {
  const requests: RecordedRequest[] = [];
  let script: readonly Reply[] = [{ kind: 'text', text: 'ready' }];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A TCP server's address is never a pipe's string.
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    say(...replies) {
      script = replies;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: { ...request.headers }, body });
    if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`)
      return json(response, 401, { error: { message: 'Incorrect API key provided', type: 'invalid_request_error' } });
    if (request.url === '/v1/models') return json(response, 200, { object: 'list', data: models });
    if (request.url !== '/v1/chat/completions') return json(response, 404, { error: { message: 'no such path' } });
    const [next, ...rest] = script;
    if (rest.length > 0) script = rest;
    if (next) await reply(response, next, JSON.parse(body));
  }
}

async function reply(response: ServerResponse, said: Reply, { stream, model }: { stream?: boolean; model: string }): Promise<void> {
  switch (said.kind) {
    case 'silence':
      return;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Welcome</title>');
      return;
    case 'error':
      return json(response, said.status, { error: { message: said.message } }, said.headers);
    default:
      if (!stream) return json(response, 200, wholeCompletion(said, model));
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const chunk of streamedCompletion(said, model)) {
    const written = JSON.stringify(chunk);
    if (said.kind === 'cut' && written.includes('"finish_reason":"stop"')) return void response.destroy();
    await new Promise((resolve) => response.write(`data: ${written}\n\n`, resolve));
  }
  response.end('data: [DONE]\n\n');
}

function json(response: ServerResponse, status: number, body: object, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
