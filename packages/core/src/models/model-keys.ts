import { AppError, because, type ModelProfileId, type ModelServerInput } from '@majed-vanna/contract';
import type { ModelProfileRow } from '@majed-vanna/db';
import type { SecretBox } from '../secrets/secret-box.ts';

type GivenKey = Pick<ModelServerInput, 'apiKey' | 'baseUrl'>;

export type ModelKeys = ReturnType<typeof createModelKeys>;

/** The keys of model servers, each sealed for one profile and one origin. */
export function createModelKeys(secrets: SecretBox) {
  return { stored, seal, chosen };

  /** @throws AppError `unavailable` when it was sealed with another secret */
  function stored({ id, baseUrl, sealedKey }: ModelProfileRow): string | null {
    return sealedKey === null ? null : secrets.open(fieldName(id, baseUrl), sealedKey);
  }

  function seal(id: ModelProfileId, { apiKey, baseUrl }: GivenKey): string | null {
    return apiKey ? secrets.seal(fieldName(id, baseUrl), apiKey) : null;
  }

  /** The key that was given, else the stored one. @throws AppError `invalid_input` when the stored one is for another host */
  function chosen(known: ModelProfileRow, { apiKey, baseUrl }: GivenKey): string | null {
    if (apiKey !== undefined) return apiKey || null;
    if (known.sealedKey !== null && originOf(known.baseUrl) !== originOf(baseUrl))
      throw AppError.because('invalid_input', because('key_of_other_server'), { field: 'apiKey' });
    return stored(known);
  }
}

/** Holds the origin, so that a key does not even open for another server. */
function fieldName(id: ModelProfileId, baseUrl: string): string {
  return `model_profiles.sealed_key ${id} ${originOf(baseUrl)}`;
}

function originOf(baseUrl: string): string {
  return new URL(baseUrl).origin;
}
