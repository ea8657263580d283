import { AppError } from '@majed-vanna/contract';
import { embedTexts } from '../../models/embed-texts.ts';
import { modelBreakerId } from '../../models/model-breaker-id.ts';
import type { ModelEndpoint } from '../../models/model-endpoint.ts';
import type { BreakerRegistry } from '../../resilience/breaker-registry.ts';
import type { EncodingPurpose, TextEncoder } from './text-encoder.ts';

const BATCH = 64;
/** A batch of texts; a local server may be loading its model. */
const BATCH_DEADLINE_MS = 30_000;

/**
 * The embedding model of a language model's server, behind the breaker of language models; null when the profile names none.
 * `count` is told of the tokens of each reply, and never fails.
 */
export function endpointEncoder(
  endpoint: ModelEndpoint,
  breakers: Pick<BreakerRegistry, 'breaker'>,
  count: (purpose: EncodingPurpose, model: string, tokens: number) => Promise<void>,
): TextEncoder | null {
  const { embeddingModel: name, baseUrl } = endpoint;
  if (!name) return null;
  const breaker = breakers.breaker({ kind: 'llm', id: modelBreakerId({ baseUrl, model: name }), name, isFailure: isServersFault });
  const encode: TextEncoder['encode'] = async (texts, signal, purpose) => {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(BATCH_DEADLINE_MS)]);
    const { vectors, tokens } = await breaker.run(() => embedTexts(endpoint, name, texts, deadline));
    await count(purpose, name, tokens);
    return vectors;
  };
  return { name: `${baseUrl} ${name}`, batchSize: BATCH, encode };
}

/** Every failure of the server counts, slowness too; our own giving up does not say that it is broken. */
function isServersFault(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'unavailable' || error.code === 'deadline_exceeded');
}
