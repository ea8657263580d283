import { AppError } from '@majed-vanna/contract';
import { embedTexts } from '../../models/embed-texts.ts';
import { modelBreakerId } from '../../models/model-breaker-id.ts';
import type { ModelEndpoint } from '../../models/model-endpoint.ts';
import type { BreakerRegistry } from '../../resilience/breaker-registry.ts';
import type { TextEncoder } from './text-encoder.ts';

const BATCH = 64;
/** A batch of texts; a local server may be loading its model. */
const BATCH_DEADLINE_MS = 30_000;

/** The embedding model of a language model's server, behind the breaker of language models; null when the profile names none. */
export function endpointEncoder(endpoint: ModelEndpoint, breakers: Pick<BreakerRegistry, 'breaker'>): TextEncoder | null {
  const { embeddingModel: model, baseUrl } = endpoint;
  if (!model) return null;
  const breaker = breakers.breaker({ kind: 'llm', id: modelBreakerId({ baseUrl, model }), name: model, isFailure: isServersFault });
  return { name: `${baseUrl} ${model}`, batchSize: BATCH, encode };

  async function encode(texts: readonly string[], signal: AbortSignal): Promise<readonly (readonly number[])[]> {
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(BATCH_DEADLINE_MS)]);
    return breaker.run(() => embedTexts(endpoint, model ?? '', texts, deadline));
  }
}

/** Every failure of the server counts, slowness too; our own giving up does not say that it is broken. */
function isServersFault(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'unavailable' || error.code === 'deadline_exceeded');
}
