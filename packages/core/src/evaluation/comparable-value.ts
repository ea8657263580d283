/** A cell of a result, as any of our drivers gives it. */
export type ResultValue = string | number | bigint | boolean | null | Uint8Array;

/** Numbers are compared with a tolerance, everything else letter by letter. */
export type Comparable = string | number;

const NULL = '\u0000null';
const INTEGER = /^-?\d+$/;
const DECIMAL = /^-?\d*\.?\d+(?:[eE][-+]?\d+)?$/;
/** A day, or the first moment of one, however it is written. */
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]00(?::?00)?)?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?(?:\.(\d+))?(?:Z|[+-]00(?::?00)?)?$/;

/** Drivers differ in how they write the same value: numbers as text, truth as 1, a date as its midnight. */
export function comparable(value: ResultValue): Comparable {
  if (value === null) return NULL;
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return ofInteger(String(value));
  if (typeof value !== 'string') return `\u0000bytes ${Buffer.from(value).toString('hex')}`;
  const text = value.trim();
  if (INTEGER.test(text)) return ofInteger(text);
  if (DECIMAL.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return Number(text === 'true');
  return MIDNIGHT.exec(text)?.[1] ?? momentOf(text) ?? text;
}

/** Values that differ by less than what sums of floating point numbers, or four digits behind the point, differ by. */
export function sameValue(left: Comparable, right: Comparable): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  if (left === right) return true;
  if (Number.isInteger(left) && Number.isInteger(right)) return false;
  const size = Math.max(Math.abs(left), Math.abs(right));
  return Math.abs(left - right) <= Math.max(size * 1e-9, Math.min(5e-5, size * 1e-3));
}

/** Beyond 2^53 numbers are no longer exact: such integers are compared as they are written. */
function ofInteger(text: string): Comparable {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : `\u0000integer ${BigInt(text)}`;
}

function momentOf(text: string): string | null {
  const found = MOMENT.exec(text);
  if (!found) return null;
  const [, day, minute, second = '00', fraction = ''] = found;
  const rest = fraction.replace(/0+$/, '');
  return `${day} ${minute}:${second}${rest ? `.${rest}` : ''}`;
}
