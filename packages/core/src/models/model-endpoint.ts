import type { AppError, ModelProfileId, ModelProvider } from '@majed-vanna/contract';
import { z } from 'zod';
import { modelFailure, noModelServer, unreachable } from './model-failure.ts';

/** Where a model is asked, with what it takes; the key is in the clear. */
export interface ModelEndpoint {
  readonly provider: ModelProvider;
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Null for the environment's model. */
  readonly profileId?: ModelProfileId | null;
  /** Money per million tokens; null where it is unknown. */
  readonly prices?: { readonly input: number | null; readonly output: number | null };
  /** Model of the same server that encodes texts for search; null for none. */
  readonly embeddingModel?: string | null;
}

export type ModelServer = Pick<ModelEndpoint, 'provider' | 'baseUrl' | 'apiKey'>;

const MAX_REPLY_BYTES = 4 * 1024 * 1024;

const listed = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      max_model_len: z.unknown().optional(),
      context_length: z.unknown().optional(),
      loaded_context_length: z.unknown().optional().optional(),
    }),
  ),
});
const completed = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish(), tool_calls: z.array(z.unknown()).nullish() }) })).min(1),
});

export interface ListedModel {
  readonly id: string;
  /** Null when the server does not tell. */
  readonly contextTokens: number | null;
}

/** @throws AppError that says what is wrong and what to do */
export async function listModels(server: ModelServer, signal: AbortSignal): Promise<ListedModel[]> {
  const parsed = listed.safeParse(await request(server, '/models', signal));
  if (!parsed.success) throw noModelServer(server.baseUrl);
  return parsed.data.data.map(({ id, ...told }) => ({ id, contextTokens: contextOf(Object.values(told)) }));
}

export interface Completion {
  readonly text: string;
  readonly calledTool: boolean;
}

/** One prompt, not streamed. `more` are further fields of the request. @throws AppError that says what is wrong and what to do */
export async function complete(
  endpoint: ModelEndpoint,
  prompt: string,
  signal: AbortSignal,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Completion> {
  const body = { model: endpoint.model, messages: [{ role: 'user', content: prompt }], stream: false, ...more };
  const parsed = completed.safeParse(await request(endpoint, '/chat/completions', signal, body));
  const message = parsed.success ? parsed.data.choices[0]?.message : undefined;
  if (!message) throw noModelServer(endpoint.baseUrl);
  return { text: message.content ?? '', calledTool: (message.tool_calls?.length ?? 0) > 0 };
}

async function request({ baseUrl, apiKey }: ModelServer, path: string, signal: AbortSignal, body?: object): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${baseUrl.replace(/\/+$/, '')}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      // A key must not follow a redirect to another host.
      redirect: 'error',
      signal,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    text = await boundedText(response);
  } catch (error) {
    throw unreachable(baseUrl, error);
  }
  if (!response.ok) throw modelFailure(baseUrl, response.status, text);
  return jsonOf(text) ?? raise(noModelServer(baseUrl));
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_REPLY_BYTES) throw new Error('the reply is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function contextOf(told: readonly unknown[]): number | null {
  return told.find((value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0) ?? null;
}

function raise(error: AppError): never {
  throw error;
}
