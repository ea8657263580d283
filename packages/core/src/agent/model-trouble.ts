import { isTooLong } from './too-long.ts';

/** Why a model gave no answer. */
export type ModelTrouble =
  | 'unreachable'
  | 'key_refused'
  | 'request_refused'
  /** The question with its tables is longer than the model reads, also the second time. */
  | 'too_long'
  | 'busy'
  | 'server_error'
  | 'too_slow'
  | 'cut_off'
  | 'gave_up'
  | 'no_answer'
  | 'not_usable'
  /** Today's quota of the asker is used up. */
  | 'quota_reached'
  /** A circuit breaker is open. */
  | 'resting';

/** From what the AI SDK throws, or puts into its stream. */
export function troubleOf(error: unknown, timedOut: boolean): ModelTrouble {
  if (timedOut) return 'too_slow';
  if (isTooLong(error)) return 'too_long';
  const status = statusOf(error);
  if (status === null) return 'unreachable';
  if (status === 401 || status === 403) return 'key_refused';
  if (status === 429) return 'busy';
  if (status >= 500) return 'server_error';
  return status >= 400 ? 'request_refused' : 'cut_off';
}

/** The innermost status: retries wrap the failure. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  if ('lastError' in error) return statusOf(error.lastError);
  return 'cause' in error ? statusOf(error.cause) : null;
}
