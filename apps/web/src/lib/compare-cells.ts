import type { Cell } from '@majed-vanna/contract';

/** Numbers by size, text by its own order (ISO dates sort by time), nothing last. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const left = toNumber(a);
  const right = toNumber(b);
  if (left !== null && right !== null) return left - right;
  return String(a).localeCompare(String(b));
}

/** A numeric cell; exact decimals travel as text. */
export function toNumber(value: Cell | undefined): number | null {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
