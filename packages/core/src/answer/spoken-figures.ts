import type { Cell } from '@majed-vanna/contract';
import { spokenNumbers } from '@majed-vanna/nlq';

/** Up to here a number in words may count some of the rows: "the top two". */
const MAY_COUNT_ROWS = 10;
/** Words round more than digits do: "seven million" may be 7,203,111. */
const ROUNDED_BY = 0.05;

/** More than a sentence needs; each costs a search, and a listing is no explanation. */
const MOST_FIGURES = 60;

/**
 * Tells whether every figure of a text, in digits or words, is one of the result, of the question or of the statement: a
 * model's sentence with any other figure is not shown.
 */
export function figureCheck(rows: readonly (readonly Cell[])[], ...sources: readonly string[]): (text: string) => boolean {
  const said = sources.flatMap((source) => [...figuresOf(source), ...spokenNumbers(source).map(({ value }) => value)]);
  const shown = rows.flatMap((row) => row.flatMap((cell) => (cell === null ? [] : figuresOf(String(cell)))));
  const known = Float64Array.from(new Set([rows.length, ...said, ...shown].filter(Number.isFinite))).sort();
  return (text) => {
    const western = westernDigits(text);
    const spoken = spokenNumbers(western);
    const digits = spoken.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, western);
    const figures = figuresOf(digits);
    if (figures.length + spoken.length > MOST_FIGURES) return false;
    return figures.every(isKnown) && spoken.every(({ value }) => (value <= MAY_COUNT_ROWS && value <= rows.length) || isAbout(value));
  };

  /** As it is in the result, or rounded to fewer decimals. */
  function isKnown(figure: number): boolean {
    const decimals = decimalsOf(figure);
    return near(figure, 0.5 * 10 ** -decimals).some((exact) => exact === figure || decimals < decimalsOf(exact));
  }

  function isAbout(spoken: number): boolean {
    return near(spoken, spoken >= 100 ? ROUNDED_BY * spoken : 0).length > 0;
  }

  function near(figure: number, by: number): Float64Array {
    return Number.isFinite(figure) ? known.subarray(firstFrom(known, figure - by), firstAbove(known, figure + by)) : new Float64Array();
  }
}

/** Digits of any script as western ones, with thousands separators taken out. */
function figuresOf(text: string): number[] {
  const western = westernDigits(text)
    .replaceAll('٫', '.')
    .replace(/(?<=\d)[,٬\u00a0\u202f](?=\d{3})/g, '');
  // A number sign without digits, such as Ⅻ that is left over, is a figure that nothing knows.
  return (western.match(/\d+(\.\d+)?|[\p{No}\p{Nl}]/gu) ?? []).map(Number);
}

function westernDigits(text: string): string {
  return text
    .replace(/(?<=\p{L})[²³]/gu, '')
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      // Unicode begins every ten digits of a script at a code that ends in 0 or 6.
      const row = code & ~0xf;
      return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6));
    });
}

function decimalsOf(figure: number): number {
  return String(figure).split('.')[1]?.length ?? 0;
}

/** The position of the first number of an ascending list that is not below `from`. */
function firstFrom(ascending: Float64Array, from: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(ascending: Float64Array, limit: number): number {
  const at = firstFrom(ascending, limit);
  return ascending[at] === limit ? at + 1 : at;
}
