import type { Cell } from '@majed-vanna/contract';

/** A JavaScript number when it is exact, else the digits. */
export function integerCell(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

const FIFTEEN_DIGITS = 10n ** 15n;

/** `unscaled / 10^scale`: a number up to 15 significant digits, which a double keeps, else the exact digits. */
export function decimalCell(unscaled: bigint, scale: number): number | string {
  if (unscaled < FIFTEEN_DIGITS && unscaled > -FIFTEEN_DIGITS) return Number(unscaled) / 10 ** scale;
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** JSON has no NaN and no infinity: they travel as `"NaN"`, `"Infinity"`, `"-Infinity"`. */
export function doubleCell(value: number): Cell {
  return Number.isFinite(value) ? value : String(value);
}

/** The shortest decimal that is the same 32-bit float: 0.1 rather than 0.10000000149011612. */
export function floatCell(value: number): Cell {
  if (!Number.isFinite(value)) return String(value);
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return Number(value.toPrecision(9));
}
