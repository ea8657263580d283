import type { Cell } from '@majed-vanna/contract';
import { spokenNumbers } from '@majed-vanna/nlq';

/** Up to here a number in words may count some of the rows: "the top two". */
const MAY_COUNT_ROWS = 10;
/** Words round more than digits do: "seven million" may be 7,203,111. */
const ROUNDED_BY = 0.05;

/**
 * Tells whether every figure of a text, in digits or words, is one of the result, of the question or of the statement: a
 * model's sentence with any other figure is not shown.
 */
export function figureCheck(rows: readonly (readonly Cell[])[], ...sources: readonly string[]): (text: string) => boolean {
  const known = new Set([
    rows.length,
    ...sources.flatMap((source) => [...figuresOf(source), ...spokenNumbers(source).map(({ value }) => value)]),
  ]);
  for (const row of rows) for (const cell of row) if (cell !== null) for (const figure of figuresOf(String(cell))) known.add(figure);
  return (text) => {
    const spoken = spokenNumbers(text);
    const digits = spoken.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
    return (
      figuresOf(digits).every((figure) => known.has(figure) || [...known].some((exact) => isRounded(figure, exact))) &&
      spoken.every(({ value }) => (value <= MAY_COUNT_ROWS && value <= rows.length) || [...known].some((exact) => isAbout(value, exact)))
    );
  };
}

/** Western and Arabic digits, with thousands separators. */
function figuresOf(text: string): number[] {
  const western = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replaceAll('٫', '.')
    .replace(/(?<=\d)[,٬\u00a0\u202f](?=\d{3})/g, '');
  return (western.match(/\d+(\.\d+)?/g) ?? []).map(Number);
}

function isRounded(figure: number, exact: number): boolean {
  const decimals = String(figure).split('.')[1]?.length ?? 0;
  return Math.abs(figure - exact) <= 0.5 * 10 ** -decimals && decimals < (String(exact).split('.')[1]?.length ?? 0);
}

function isAbout(spoken: number, exact: number): boolean {
  return spoken === exact || (spoken >= 100 && Math.abs(spoken - exact) <= ROUNDED_BY * spoken);
}
