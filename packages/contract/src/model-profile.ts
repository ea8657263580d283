import { z } from 'zod';
import { breakerKey } from './circuit-breaker.ts';
import { ERROR_REASONS } from './error-reasons.ts';
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
  /** A query stays with it, such as Azure's `?api-version=`. */
  baseUrl: z
    .url({ protocol: /^https?$/, error: ERROR_REASONS.no_address })
    .max(500)
    .refine((address) => !holdsCredentials(address), ERROR_REASONS.address_with_credentials)
    .refine((address) => !isKeptAddress(address), ERROR_REASONS.kept_address),
  /** Absent: the stored one, if any. Empty: none. Of what may stand in a header. */
  apiKey: z
    .string()
    .trim()
    .max(4_000)
    .regex(/^[\x21-\x7e]*$/, ERROR_REASONS.key_characters)
    .optional(),
};

function holdsCredentials(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, hash } = new URL(address);
  return username !== '' || password !== '' || hash !== '';
}

/** Link-local ones, also within IPv6, and those of Alibaba, Azure, Oracle and AWS. */
const KEPT_ADDRESSES =
  /^169\.254\.|^\[fe[89ab]|^\[(?:::ffff:|::|64:ff9b::)a9fe:|^\[fd00:ec2::254\]$|^100\.100\.100\.200$|^168\.63\.129\.16$|^192\.0\.0\.192$/;
const KEPT_NAMES = /^(?:metadata(?:\.google\.internal|\.goog)?|instance-data(?:\.ec2\.internal)?)$/;

/** Where clouds answer machines with their own credentials; no model is served there. */
export function isKeptAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return KEPT_ADDRESSES.test(host) || KEPT_NAMES.test(host);
}

/** Money per million tokens. */
const price = z.number().min(0).max(1_000_000).nullable();
const modelId = z.string().trim().min(1).max(200);

/** Where a model is asked for. */
export const modelServerInput = z.object(server);
export type ModelServerInput = z.infer<typeof modelServerInput>;

export const modelTestInput = z.object({
  ...server,
  model: modelId,
  /** Model of the same server that encodes texts for search; null for none. */
  embeddingModel: modelId.nullable().optional(),
});
export type ModelTestInput = z.infer<typeof modelTestInput>;

/** Fewer cannot hold the question of a small schema. */
export const SMALL_CONTEXT_TOKENS = 8_000;

/** What a model may take for one answer unless something else is set, in seconds: what runs on one's own machine is slower. */
export const ANSWER_SECONDS: Readonly<Record<ModelProvider, number>> = { lmstudio: 120, openai: 45, compatible: 90 };

/** What is known of a model that is asked. */
const asking = {
  /** Tokens that it reads at most, question and reply together; null when nobody knows. */
  contextTokens: z.number().int().min(1_000).max(10_000_000).nullable().optional(),
  /** Seconds that it may take for one answer; absent: what is usual for its kind of server. */
  answerSeconds: z.number().int().min(10).max(600).optional(),
};

export const modelProfileInput = z.object({
  ...modelTestInput.shape,
  ...asking,
  name: z.string().trim().min(1).max(100),
  /** In the currency of the settings; null where they are unknown, or nothing is paid. */
  inputPrice: price.optional(),
  outputPrice: price.optional(),
});
export type ModelProfileInput = z.infer<typeof modelProfileInput>;

/** For the first start: nothing is stored yet that it could go back to. */
export const firstModelServer = modelServerInput.omit({ id: true });
export type FirstModelServer = z.infer<typeof firstModelServer>;
export const firstModelTest = modelTestInput.omit({ id: true });
export type FirstModelTest = z.infer<typeof firstModelTest>;
/** Called like the model when no name is given. */
export const firstModel = modelProfileInput.omit({ id: true }).extend({ name: modelProfileInput.shape.name.optional() });
export type FirstModel = z.infer<typeof firstModel>;

/** Without its key: that is never told again. */
export const modelProfile = z.object({
  id: modelProfileId,
  name: z.string(),
  provider: modelProvider,
  baseUrl: z.string(),
  model: z.string(),
  hasKey: z.boolean(),
  active: z.boolean(),
  /** Of the circuit breaker in front of it. */
  breakerKey,
  embeddingModel: z.string().nullable(),
  contextTokens: z.number().int().nullable(),
  answerSeconds: z.number().int(),
  inputPrice: z.number().nullable(),
  outputPrice: z.number().nullable(),
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
  /** Of the embedding model, which really encoded a text; null when none was asked for. */
  embedding: z
    .discriminatedUnion('works', [
      z.object({ works: z.literal(true), dimensions: z.number().int() }),
      z.object({ works: z.literal(false), problem: z.string() }),
    ])
    .nullable(),
});
export type ModelTest = z.infer<typeof modelTest>;

/** What of a source's data a language model may see: names only, counts, a few rows, or the rows that are shown. */
export const dataToLlm = z.enum(['none', 'aggregates', 'sample', 'full']);
export type DataToLlm = z.infer<typeof dataToLlm>;

export const dataToLlmInput = z.object({ id: dataSourceId, dataToLlm });
export type DataToLlmInput = z.infer<typeof dataToLlmInput>;
