import type { ModelList, ModelProfileId, ModelProvider } from '@majed-vanna/contract';
import { z } from 'zod';
import { deploymentOf } from './model-connection.ts';
import { noModelServer } from './model-failure.ts';
import { requestJson } from './model-request.ts';

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
  /** Tokens that it reads at most, question and reply together; null or absent where nobody knows. */
  readonly contextTokens?: number | null;
  /** Seconds that it may take for one answer; absent: the agent's own limit. */
  readonly answerSeconds?: number;
}

export type ModelServer = Pick<ModelEndpoint, 'provider' | 'baseUrl' | 'apiKey'>;

const listed = z.object({ data: z.array(z.looseObject({ id: z.string().max(500) })).max(5_000) });
export type ListedModel = z.infer<typeof listed>['data'][number];

const completed = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish(), tool_calls: z.array(z.unknown()).nullish() }) })).min(1),
});

/** With whatever else the server tells of each. @throws AppError that says what is wrong and what to do */
export async function listModels(server: ModelServer, signal: AbortSignal): Promise<readonly ListedModel[]> {
  const deployment = deploymentOf(server.baseUrl);
  // Azure lists no deployments to a key; the address names the one that it is for.
  if (deployment !== null) return [{ id: deployment }];
  const parsed = listed.safeParse(await requestJson(server, '/models', signal));
  if (!parsed.success) throw noModelServer(server.baseUrl);
  return parsed.data.data;
}

const LIST_DEADLINE_MS = 10_000;

/** @throws AppError that says what is wrong and what to do */
export async function namesOfModels(server: ModelServer): Promise<ModelList> {
  return { models: (await listModels(server, AbortSignal.timeout(LIST_DEADLINE_MS))).map(({ id }) => id) };
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
  const parsed = completed.safeParse(await requestJson(endpoint, '/chat/completions', signal, body));
  const message = parsed.success ? parsed.data.choices[0]?.message : undefined;
  if (!message) throw noModelServer(endpoint.baseUrl);
  return { text: message.content ?? '', calledTool: (message.tool_calls?.length ?? 0) > 0 };
}
