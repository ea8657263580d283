import { z } from 'zod';
import { estimateTokens } from './estimate-tokens.ts';
import { deploymentOf, withDeployment } from './model-connection.ts';
import type { ModelServer } from './model-endpoint.ts';
import { noModelServer } from './model-failure.ts';
import { requestJson } from './model-request.ts';

const embedded = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()).min(1).max(20_000) })),
  usage: z
    .object({ prompt_tokens: z.number().int().min(1) })
    .nullish()
    .catch(null),
});

interface EmbeddedTexts {
  /** One per text, in their order. */
  readonly vectors: readonly (readonly number[])[];
  /** What the server read. */
  readonly tokens: number;
}

/** @throws AppError that says what is wrong and what to do */
export async function embedTexts(
  server: ModelServer,
  model: string,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<EmbeddedTexts> {
  const baseUrl = deploymentOf(server.baseUrl) === null ? server.baseUrl : withDeployment(server.baseUrl, model);
  const reply = await requestJson({ ...server, baseUrl }, '/embeddings', signal, { model, input: texts, encoding_format: 'float' });
  const parsed = embedded.safeParse(reply);
  if (!parsed.success || parsed.data.data.length !== texts.length) throw noModelServer(server.baseUrl);
  const inOrder = parsed.data.data.map((item, position) => ({ vector: item.embedding, at: item.index ?? position }));
  const characters = texts.reduce((sum, { length }) => sum + length, 0);
  return {
    vectors: inOrder.sort((a, b) => a.at - b.at).map(({ vector }) => vector),
    tokens: parsed.data.usage?.prompt_tokens ?? estimateTokens(characters),
  };
}
