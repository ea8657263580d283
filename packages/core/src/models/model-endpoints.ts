import type { Actor } from '@majed-vanna/contract';
import type { Database, ModelProfileRow } from '@majed-vanna/db';
import { modelBreakerId } from './model-breaker-id.ts';
import type { ModelEndpoint } from './model-endpoint.ts';
import type { ModelKeys } from './model-keys.ts';
import { modelSettings } from './model-settings.ts';

export interface ModelEndpointsDeps {
  readonly database: Database;
  readonly keys: ModelKeys;
  /** From the environment; used as long as no profile was ever saved. */
  readonly bootDefault: ModelEndpoint | null;
}

/** Whom questions are sent to. */
export function createModelEndpoints({ database, keys, bootDefault }: ModelEndpointsDeps) {
  const { modelProfiles: profiles } = database.repositories;
  return { activeEndpoint, endpointFor, breakerSubjects };

  /** Null when the embedded engine answers alone. @throws AppError `unavailable` when its key cannot be read */
  async function activeEndpoint(): Promise<ModelEndpoint | null> {
    const active = await profiles.getActive();
    if (active) return endpointOf(active);
    return bootDefault !== null && (await profiles.list()).length === 0 ? bootDefault : null;
  }

  /** For the questions of this actor's role; null when the embedded engine answers alone. @throws AppError `unavailable` */
  async function endpointFor({ role }: Pick<Actor, 'role'>): Promise<ModelEndpoint | null> {
    const choice = (await modelSettings(database.repositories).roles())[role];
    if (choice.kind === 'none') return null;
    if (choice.kind === 'active') return activeEndpoint();
    const chosen = await profiles.getById(choice.id);
    // One that is gone is not replaced by another, which may be somebody else's server.
    return chosen && endpointOf(chosen);
  }

  /** What may get a circuit breaker: every profile, else the environment's model. */
  async function breakerSubjects() {
    const known = await profiles.list();
    const endpoints = known.length === 0 && bootDefault ? [bootDefault] : known;
    return endpoints.map(({ baseUrl, model }) => ({ kind: 'llm' as const, id: modelBreakerId({ baseUrl, model }), name: model }));
  }

  function endpointOf(profile: ModelProfileRow): ModelEndpoint {
    const { id, provider, baseUrl, model, inputPrice: input, outputPrice: output, embeddingModel, contextTokens, answerSeconds } = profile;
    const server = { provider, baseUrl, model, apiKey: keys.stored(profile) };
    return { ...server, profileId: id, prices: { input, output }, embeddingModel, contextTokens, answerSeconds };
  }
}
