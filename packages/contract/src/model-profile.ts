import { z } from 'zod';
import { dataSourceId, modelProfileId } from './ids.ts';

/** LM Studio and OpenAI are known by their addresses; everything else that speaks OpenAI's protocol is `compatible`. */
export const modelProvider = z.enum(['lmstudio', 'openai', 'compatible']);
export type ModelProvider = z.infer<typeof modelProvider>;

export const MODEL_ADDRESSES: Readonly<Record<ModelProvider, string | null>> = {
  lmstudio: 'http://localhost:1234/v1',
  openai: 'https://api.openai.com/v1',
  compatible: null,
};

const server = {
  /** An existing profile whose key is used when none is given; only for the host that the key was saved for. */
  id: modelProfileId.optional(),
  provider: modelProvider,
  baseUrl: z.url({ protocol: /^https?$/, error: 'must be an address such as http://localhost:1234/v1' }).max(500),
  /** Absent: the stored one, if any. Empty: none. */
  apiKey: z.string().trim().max(1_000).optional(),
};

/** Where a model is asked for. */
export const modelServerInput = z.object(server);
export type ModelServerInput = z.infer<typeof modelServerInput>;

export const modelTestInput = z.object({ ...server, model: z.string().trim().min(1).max(200) });
export type ModelTestInput = z.infer<typeof modelTestInput>;

export const modelProfileInput = z.object({ ...modelTestInput.shape, name: z.string().trim().min(1).max(100) });
export type ModelProfileInput = z.infer<typeof modelProfileInput>;

/** Without its key: that is never told again. */
export const modelProfile = z.object({
  id: modelProfileId,
  name: z.string(),
  provider: modelProvider,
  baseUrl: z.string(),
  model: z.string(),
  hasKey: z.boolean(),
  active: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type ModelProfile = z.infer<typeof modelProfile>;

export const modelList = z.object({ models: z.array(z.string()) });
export type ModelList = z.infer<typeof modelList>;

/** What a model that was really asked could do. */
export const modelTest = z.object({
  /** From the request to the whole reply. */
  ms: z.number(),
  reply: z.string(),
  tools: z.boolean(),
  json: z.boolean(),
  /** Null when the server does not tell. */
  contextTokens: z.number().int().nullable(),
});
export type ModelTest = z.infer<typeof modelTest>;

/** What of a source's data a language model may see: names only, counts, a few rows, or the rows that are shown. */
export const dataToLlm = z.enum(['none', 'aggregates', 'sample', 'full']);
export type DataToLlm = z.infer<typeof dataToLlm>;

export const dataToLlmInput = z.object({ id: dataSourceId, dataToLlm });
export type DataToLlmInput = z.infer<typeof dataToLlmInput>;
