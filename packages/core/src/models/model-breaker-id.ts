import { createHash } from 'node:crypto';
import type { ModelEndpoint } from './model-endpoint.ts';

/** Of a model's circuit breaker: short, and silent about the address, whose query may be nobody's business. */
export function modelBreakerId({ baseUrl, model }: Pick<ModelEndpoint, 'baseUrl' | 'model'>): string {
  return createHash('sha256').update(`${baseUrl}\n${model}`).digest('hex').slice(0, 16);
}

/** As the list of breakers names it. */
export function modelBreakerKey(endpoint: Pick<ModelEndpoint, 'baseUrl' | 'model'>): string {
  return `llm:${modelBreakerId(endpoint)}`;
}
