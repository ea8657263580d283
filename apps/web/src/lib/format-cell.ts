import type { Cell, Language, NumberFormat, ResultColumn } from '@majed-vanna/contract';
import { parseIsoDate } from './iso-date.ts';

type ColumnShape = Pick<ResultColumn, 'kind' | 'format' | 'currency' | 'labels'> & { readonly name?: string };
export interface YesNo {
  readonly yes: string;
  readonly no: string;
}

const formatters = new Map<string, Intl.NumberFormat>();
/** Arabic words with Western digits. */
const LOCALES: Record<Language, string> = { en: 'en', ar: 'ar-u-nu-latn' };
/** In Arabic a code would be the only Latin word of its line. */
const CURRENCY_DISPLAY = { en: 'code', ar: 'symbol' } as const;

export function localeFor(language: Language): string {
  return LOCALES[language];
}

/** Dates with a day are written day first: 1 Jan 2025. */
export function dayLocaleFor(language: Language): string {
  return language === 'en' ? 'en-GB' : LOCALES[language];
}

export function isNumeric(column: ColumnShape): boolean {
  return column.kind === 'integer' || column.kind === 'decimal';
}

/** A cell as text, by its column's kind and format. Exact decimals arrive as text and lose no digit. */
export function formatCell(value: Cell, column: ColumnShape, language: Language, words: YesNo): string {
  if (value === null) return '';
  const label = labelOf(value, column);
  if (label !== null) return label;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (isYear(value, column)) return String(value);
  if (isNumeric(column)) return formatFigure(value, column.format ?? 'number', column.currency, language);
  if (column.kind === 'date' || column.kind === 'timestamp') return formatDateCell(String(value), column.kind, language);
  return typeof value === 'number' ? formatFigure(value, 'number', null, language) : value;
}

/** What a stored value is called in the answer's language; null when it stands for itself. */
export function labelOf(value: Cell, { labels }: Pick<ResultColumn, 'labels'>): string | null {
  return labels && typeof value === 'string' && Object.hasOwn(labels, value) ? (labels[value] ?? null) : null;
}

/** A year is a number without a thousands separator. */
function isYear(value: string | number, { name, kind, format }: ColumnShape): boolean {
  return kind === 'integer' && format === null && /(^|[_ ])year$|[a-z]Year$/i.test(name ?? '') && /^\d{4}$/.test(String(value));
}

export function formatFigure(value: string | number, format: NumberFormat, currency: string | null, language: Language): string {
  if (format === 'percent') return formatPercent(Number(value), language);
  const formatter = numberFormatter(format, currency, language);
  if (typeof value === 'number') return tidySigns(formatter.format(value));
  // Intl reads decimal text exactly; its type asks for the template that the test below proves.
  return /^-?\d+(\.\d+)?$/.test(value) ? tidySigns(formatter.format(value as `${number}`)) : value;
}

/** Short figures for axes and labels: 48.2M, 12K. */
export function formatAxis(value: number, format: NumberFormat, language: Language): string {
  if (format === 'percent') return withPercentSign(tidySigns(axisFormatter(language).format(value * 100)), language);
  return tidySigns(axisFormatter(language).format(value));
}

/** A fraction as the headline writes it: 0.114 is 11.4 %. */
function formatPercent(fraction: number, language: Language): string {
  const number = tidySigns(numberFormatter('percent', null, language).format(fraction * 100));
  return withPercentSign(number, language);
}

function withPercentSign(number: string, language: Language): string {
  return language === 'ar' ? `${number}٪` : `${number} %`;
}

function formatDateCell(value: string, kind: 'date' | 'timestamp', language: Language): string {
  const date = parseIsoDate(value);
  if (!date) return value;
  const midnight = kind === 'date' || /T00:00:00(\.0+)?Z?$|^\d{4}-\d\d-\d\d$/.test(value);
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...(midnight ? {} : { hour: '2-digit', minute: '2-digit' }),
  };
  return new Intl.DateTimeFormat(dayLocaleFor(language), options).format(date);
}

function numberFormatter(format: NumberFormat, currency: string | null, language: Language): Intl.NumberFormat {
  const key = `${language}|${format}|${currency ?? ''}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.NumberFormat(LOCALES[language], numberOptions(format, currency, language));
  formatters.set(key, made);
  return made;
}

function axisFormatter(language: Language): Intl.NumberFormat {
  const key = `${language}|axis`;
  const made = formatters.get(key) ?? new Intl.NumberFormat(LOCALES[language], { notation: 'compact', maximumFractionDigits: 1 });
  formatters.set(key, made);
  return made;
}

function numberOptions(format: NumberFormat, currency: string | null, language: Language): Intl.NumberFormatOptions {
  switch (format) {
    case 'integer':
      return { maximumFractionDigits: 0 };
    case 'percent':
      return { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    case 'compact':
      return { notation: 'compact', maximumFractionDigits: 1 };
    case 'currency':
      return currency
        ? { style: 'currency', currency, currencyDisplay: CURRENCY_DISPLAY[language], minimumFractionDigits: 2, maximumFractionDigits: 2 }
        : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    case 'number':
      return { maximumFractionDigits: 2 };
  }
}

/** A true minus sign has the width of a digit, so that columns line up. */
function tidySigns(text: string): string {
  return text.replace('-', '−');
}
