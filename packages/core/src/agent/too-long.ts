const WORDS =
  /context.{0,20}(length|window|size|limit)|too many tokens|(prompt|input|request|messages?)\b.{0,40}too (long|large)|maximum.{0,30}tokens|\bn_ctx\b|exceed.{0,60}(context|token)/i;
/** These speak of the key, or of how much was asked lately. */
const OTHERS = [401, 403, 429];
const MAX_TEXT = 2_000;
const MAX_DEPTH = 5;

/** Whether a model's server refused a request because it is longer than the model can read. */
export function isTooLong(error: unknown, depth = 0): boolean {
  if (typeof error === 'string') return WORDS.test(error.slice(0, MAX_TEXT));
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  if ('statusCode' in error && typeof error.statusCode === 'number') {
    if (error.statusCode === 413) return true;
    if (OTHERS.includes(error.statusCode)) return false;
  }
  return ['message', 'responseBody', 'lastError', 'cause', 'error'].some(
    (name) => name in error && isTooLong(Reflect.get(error, name), depth + 1),
  );
}
