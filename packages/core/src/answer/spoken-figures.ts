import type { Cell } from '@majed-vanna/contract';

/**
 * Whether every figure of a text is one of the result, of the question or of the statement: a model's sentence with any
 * other figure is not shown.
 */
export function figuresAreKnown(text: string, rows: readonly (readonly Cell[])[], ...sources: readonly string[]): boolean {
  const known = new Set([rows.length, ...sources.flatMap(figuresOf)]);
  for (const row of rows) for (const cell of row) if (cell !== null) for (const figure of figuresOf(String(cell))) known.add(figure);
  return figuresOf(text).every((figure) => known.has(figure) || [...known].some((exact) => isRounded(figure, exact)));
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
