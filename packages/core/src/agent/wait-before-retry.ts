export const USUAL_WAIT_MS = 1_000;
/** Whoever asks waits meanwhile: past it the embedded engine's result is worth more. */
const LONGEST_MS = 5_000;
/** As the AI SDK has it; everything from 500 on, too. */
const PASSING = new Set([408, 409, 429]);

/** Milliseconds until a failed request may be sent once more; null where that does not help, or the server asks for more patience than a person has. */
export function waitBeforeRetry({ status, headers }: Pick<Response, 'status' | 'headers'>, now: Date): number | null {
  if (status < 500 && !PASSING.has(status)) return null;
  const asked = askedWait(headers.get('retry-after'), now);
  return asked > LONGEST_MS ? null : asked;
}

/** Seconds, or a date: RFC 9110, section 10.2.3. */
function askedWait(header: string | null, now: Date): number {
  if (header === null || header.trim() === '') return USUAL_WAIT_MS;
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? USUAL_WAIT_MS : Math.max(0, ms);
}
