import type { Cell, ResultColumn } from '@majed-vanna/contract';

/** Longest text that Excel takes in one cell; a longer one makes the file unreadable. */
const MAX_TEXT = 32_767;
const MAX_EXACT_DIGITS = 15;
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** Excel believes in 29 February 1900; days before it are off by one and stay text. */
const FIRST_DAY = 61;

/** One `<c>` of a sheet: numbers as numbers, dates as dates, everything else as text that is never run. */
export function xlsxCell(reference: string, value: Cell, column: ResultColumn, style: number): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const number = column.kind === 'date' || column.kind === 'timestamp' ? serialDay(String(value)) : exactNumber(value, column);
  if (number === null) return xlsxText(reference, String(value));
  return `<c r="${reference}"${style ? ` s="${style}"` : ''}><v>${number}</v></c>`;
}

/** An inline text cell. */
export function xlsxText(reference: string, text: string, style = 0): string {
  return `<c r="${reference}" t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escapeXml(text.slice(0, MAX_TEXT))}</t></is></c>`;
}

/** `A`, `B`, … `Z`, `AA`: the letters of a column, counted from 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** For text and attributes; what XML 1.0 cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Excel keeps 15 digits: a longer number is written as text rather than rounded. */
function exactNumber(value: string | number, column: ResultColumn): string | null {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  if (column.kind !== 'integer' && column.kind !== 'decimal') return null;
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(value)) return null;
  return value.replace(/[-.]/g, '').replace(/^0+/, '').length <= MAX_EXACT_DIGITS ? String(Number(value)) : null;
}

function serialDay(text: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0));
  const ms = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) + Math.round((second ?? 0) * 1_000);
  const serial = (ms - EPOCH_MS) / DAY_MS;
  return serial >= FIRST_DAY && Number.isFinite(serial) ? String(Number(serial.toFixed(9))) : null;
}
