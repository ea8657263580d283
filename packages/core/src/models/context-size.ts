import { z } from 'zod';
import { deploymentOf } from './model-connection.ts';
import { type ListedModel, listModels, type ModelEndpoint } from './model-endpoint.ts';
import { requestUrl } from './model-request.ts';

const PROBE_DEADLINE_MS = 5_000;

/** Tokens that a model reads at most as it is loaded, where the server tells: each kind of server does elsewhere. */
export async function contextSize(endpoint: ModelEndpoint, signal: AbortSignal): Promise<number | null> {
  const hosted = endpoint.provider === 'openai' || deploymentOf(endpoint.baseUrl) !== null;
  const known = hosted ? [ofList] : [ofLmStudio, ofLlamaCpp, ofRunningOllama, ofList, ofOllama];
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(PROBE_DEADLINE_MS)]);
  const told = await Promise.all(known.map((probe) => probe(endpoint, bounded).catch(() => null)));
  return told.find((size) => size !== null) ?? null;
}

/** vLLM: `max_model_len`; llama.cpp: `meta.n_ctx_train`; routers: `context_length`. */
async function ofList(endpoint: ModelEndpoint, signal: AbortSignal): Promise<number | null> {
  const model = named(await listModels(endpoint, signal), endpoint.model);
  if (!model) return null;
  const meta = z.looseObject({}).safeParse(model.meta);
  return first(model.max_model_len, model.loaded_context_length, model.context_length, meta.data?.n_ctx_train);
}

/** https://lmstudio.ai/docs/app/api/endpoints/rest */
async function ofLmStudio(endpoint: ModelEndpoint, signal: AbortSignal): Promise<number | null> {
  const { data } = lmStudioModels.parse(await requestUrl(endpoint, `${root(endpoint)}/api/v0/models`, signal));
  const model = named(data, endpoint.model);
  return first(model?.loaded_context_length, model?.max_context_length);
}

/** `n_ctx` as started, which may be less than what the model was trained for. */
async function ofLlamaCpp(endpoint: ModelEndpoint, signal: AbortSignal): Promise<number | null> {
  const props = llamaProps.parse(await requestUrl(endpoint, `${root(endpoint)}/props`, signal));
  return first(props.default_generation_settings?.n_ctx, props.n_ctx);
}

/** As it is loaded, often far less than the model could read: https://docs.ollama.com/api/ps */
async function ofRunningOllama(endpoint: ModelEndpoint, signal: AbortSignal): Promise<number | null> {
  const { models } = runningOllama.parse(await requestUrl(endpoint, `${root(endpoint)}/api/ps`, signal));
  const names = [endpoint.model, `${endpoint.model}:latest`];
  return first(models.find(({ name }) => names.includes(name))?.context_length);
}

/** `num_ctx` where the model's file sets it, else the model's own length. */
async function ofOllama(endpoint: ModelEndpoint, signal: AbortSignal): Promise<number | null> {
  const shown = ollamaModel.parse(await requestUrl(endpoint, `${root(endpoint)}/api/show`, signal, { model: endpoint.model }));
  const set = /^\s*num_ctx\s+(\d+)/m.exec(shown.parameters ?? '')?.[1];
  const ofModel = Object.entries(shown.model_info ?? {}).find(([key]) => key.endsWith('.context_length'))?.[1];
  return first(set === undefined ? null : Number(set), ofModel);
}

const lmStudioModels = z.object({
  data: z.array(z.object({ id: z.string(), loaded_context_length: z.unknown().optional(), max_context_length: z.unknown().optional() })),
});
const llamaProps = z.object({
  n_ctx: z.unknown().optional(),
  default_generation_settings: z.object({ n_ctx: z.unknown().optional() }).optional(),
});
const runningOllama = z.object({ models: z.array(z.object({ name: z.string(), context_length: z.unknown().optional() })) });
const ollamaModel = z.object({ parameters: z.string().optional(), model_info: z.record(z.string(), z.unknown()).optional() });

/** Where the server's own paths start: above `/v1`. */
function root({ baseUrl }: ModelEndpoint): string {
  const { origin, pathname } = new URL(baseUrl);
  return `${origin}${pathname.replace(/\/+$/, '').replace(/\/v1$/, '')}`;
}

function named<M extends Pick<ListedModel, 'id'>>(models: readonly M[], id: string): M | undefined {
  return models.find((model) => model.id === id);
}

function first(...told: readonly unknown[]): number | null {
  return told.find((value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0) ?? null;
}
