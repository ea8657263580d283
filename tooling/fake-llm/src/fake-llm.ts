import { Readable } from 'node:stream';
import { type CompletedRequest, getLocal } from 'mockttp';
import { type Spoken, streamedCompletion, wholeCompletion } from './completion.ts';
import type { Reply } from './reply.ts';

export { failure, type Reply, type ToolCall, text, tool } from './reply.ts';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** As it was sent. */
  readonly body: string;
}

/** A reply, or what decides it by the body of the request. */
export type Scripted = Reply | ((body: string) => Reply);

export interface FakeLlm extends AsyncDisposable {
  /** With `/v1`. */
  readonly baseUrl: string;
  /** Every request, in order. */
  readonly requests: readonly RecordedRequest[];
  /** What is said from now on, one after the other; the last one again and again. */
  say(...replies: readonly Scripted[]): void;
}

interface Options {
  readonly models?: readonly object[];
  /** Any other key is answered with 401. */
  readonly apiKey?: string;
}

// Without chunks a cut would look like the end.
const STREAM = { 'content-type': 'text/event-stream', 'transfer-encoding': 'chunked' };
/** Sockets of a request that is never answered close with the server. */
const NEVER = new Promise<never>(() => {});

/** A model server on a free port of this machine. */
export async function startFakeLlm({ models = [{ id: 'test-model' }], apiKey }: Options = {}): Promise<FakeLlm> {
  const requests: RecordedRequest[] = [];
  let script: readonly Scripted[] = [{ kind: 'text', text: 'ready' }];
  const server = getLocal({ recordTraffic: false });
  await server.start(0);
  // Looks at each request first, and writes the rule that answers it.
  await server.forAnyRequest().asPriority(2).matching(writeRule).thenReply(500);
  // Rules of a priority that has none yet would come too late for the request they are written for.
  await server
    .forAnyRequest()
    .matching(() => false)
    .thenReply(500);
  return {
    baseUrl: `http://127.0.0.1:${server.port}/v1`,
    requests,
    say(...replies) {
      script = replies;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };

  async function writeRule(request: CompletedRequest): Promise<boolean> {
    const body = (await request.body.getText()) ?? '';
    const { pathname, search } = new URL(request.url);
    requests.push({ method: request.method, path: `${pathname}${search}`, headers: request.headers, body });
    const rule = () =>
      server
        .forAnyRequest()
        .matching(({ id }) => id === request.id)
        .once();
    if (apiKey !== undefined && request.headers.authorization !== `Bearer ${apiKey}`)
      await rule().thenJson(401, { error: { message: 'Incorrect API key provided', type: 'invalid_request_error' } });
    else if (pathname === '/v1/models') await rule().thenJson(200, { object: 'list', data: [...models] });
    else if (pathname === '/v1/chat/completions') await answer(rule(), next(body), JSON.parse(body));
    else await rule().thenJson(404, { error: { message: 'no such path' } });
    return false;
  }

  function next(body: string): Reply {
    const [first = { kind: 'silence' } as const, ...rest] = script;
    if (rest.length > 0) script = rest;
    return typeof first === 'function' ? first(body) : first;
  }
}

type Rule = ReturnType<ReturnType<typeof getLocal>['forAnyRequest']>;

async function answer(rule: Rule, said: Reply, { stream, model }: { stream?: boolean; model: string }): Promise<unknown> {
  switch (said.kind) {
    case 'silence':
      return rule.thenTimeout();
    case 'page':
      return rule.thenReply(200, '<!doctype html><title>Welcome</title>', { 'content-type': 'text/html' });
    case 'raw':
      return rule.thenReply(200, said.body, { 'content-type': said.contentType });
    case 'error':
      return rule.thenJson(said.status, { error: { message: said.message } }, { ...said.headers });
    default:
      return stream ? rule.thenStream(200, Readable.from(spoken(said, model)), STREAM) : rule.thenJson(200, wholeCompletion(said, model));
  }
}

async function* spoken(said: Spoken, model: string): AsyncGenerator<string> {
  if (said.kind === 'text') await said.after;
  for (const chunk of streamedCompletion(said, model)) {
    const written = JSON.stringify(chunk);
    const last = written.includes('"finish_reason":"stop"');
    if (last && said.kind === 'cut') throw new Error('cut off');
    if (last && said.kind === 'stalled') await NEVER;
    yield `data: ${written}\n\n`;
  }
  yield 'data: [DONE]\n\n';
}
