const DAY_MS = 86_400_000;
/** Days that JavaScript's Date can hold on either side of 1970. */
const MAX_DAYS = 100_000_000;
const INFINITE_DAYS = 2_147_483_647;

/** `YYYY-MM-DD` from days since 1970; years outside 0000–9999 carry a sign, as ISO 8601 asks. */
export function isoDate(days: number): string {
  if (days === INFINITE_DAYS) return 'infinity';
  if (days === -INFINITE_DAYS) return '-infinity';
  if (days > MAX_DAYS || days < -MAX_DAYS) return `1970-01-01${days < 0 ? '' : '+'}${days} days`;
  const text = new Date(days * DAY_MS).toISOString();
  return text.slice(0, text.indexOf('T'));
}

const INFINITE = 9_223_372_036_854_775_807n;

/** `YYYY-MM-DDTHH:MM:SS` with as many digits of the second as are not zero (none, 3, 6 or 9). */
export function isoTimestamp(value: bigint, unitsPerSecond: bigint): string {
  if (value === INFINITE) return 'infinity';
  if (value === -INFINITE) return '-infinity';
  const fraction = ((value % unitsPerSecond) + unitsPerSecond) % unitsPerSecond;
  const seconds = Number((value - fraction) / unitsPerSecond);
  const days = Math.floor(seconds / 86_400);
  const clock = new Date((seconds - days * 86_400) * 1_000).toISOString().slice(11, 19);
  return `${isoDate(days)}T${clock}${fractionText((fraction * 1_000_000_000n) / unitsPerSecond)}`;
}

function fractionText(nanos: bigint): string {
  if (nanos === 0n) return '';
  const digits = nanos.toString().padStart(9, '0');
  return `.${digits.replace(/(000){1,2}$/, '')}`;
}
