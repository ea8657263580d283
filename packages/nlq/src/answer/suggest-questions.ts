import type { Language } from '@majed-vanna/contract';
import pluralize from 'pluralize';
import { inText } from '../explain/in-text.ts';
import type { PreparedColumn, PreparedModel, PreparedTable } from '../lexicon/prepared-model.ts';
import { isMeasure } from '../parse/parser-state.ts';
import type { SemanticMetric } from '../semantic-model.ts';
import { leadingMetrics } from './leading-metrics.ts';

const TEMPLATES = {
  en: {
    metric: (metric: string) => `What is the ${metric}?`,
    metricBy: (metric: string, key: string) => `${capital(metric)} by ${key}`,
    metricByMonth: (metric: string) => `${capital(metric)} by month`,
    count: (tables: string) => `How many ${tables} are there?`,
    countBy: (tables: string, key: string) => `Number of ${tables} by ${key}`,
    averageBy: (measure: string, key: string) => `Average ${measure} by ${key}`,
    top: (tables: string, measure: string) => `Top 5 ${tables} by ${measure}`,
  },
  ar: {
    metric: (metric: string) => `ما هو ${metric}؟`,
    metricBy: (metric: string, key: string) => `${metric} حسب ${key}`,
    metricByMonth: (metric: string) => `${metric} حسب الشهر`,
    count: (tables: string) => `كم عدد ${tables}؟`,
    countBy: (tables: string, key: string) => `عدد ${tables} حسب ${key}`,
    averageBy: (measure: string, key: string) => `متوسط ${measure} حسب ${key}`,
    top: (tables: string, measure: string) => `أعلى 5 من ${tables} حسب ${measure}`,
  },
} as const;

const FEW_VALUES = 40;

/** Candidate questions about a model, most telling first; whether they are understood is for the caller to check. */
export function* candidateQuestions(
  prepared: PreparedModel,
  language: Language,
  about: ReadonlySet<number> = new Set(),
): Generator<string> {
  const words = TEMPLATES[language];
  const tables = prepared.tables
    .filter((table) => !table.bridge)
    .sort((a, b) => Number(about.has(b.index)) - Number(about.has(a.index)) || (b.table.rowEstimate ?? 0) - (a.table.rowEstimate ?? 0));
  if (about.size === 0) yield* metricQuestions(prepared, tables, language);
  for (const table of tables) {
    const name = rowsName(table, language);
    if (name === null) continue;
    yield words.count(name);
    const key = table.columns.find((column) => isDimension(column) && nameOf(column, language) !== null);
    const measure = table.columns.find((column) => isMeasure(column) && !column.yearLike && nameOf(column, language) !== null);
    if (key !== undefined) yield words.countBy(name, nameOf(key, language) ?? '');
    if (key !== undefined && measure !== undefined) yield words.averageBy(nameOf(measure, language) ?? '', nameOf(key, language) ?? '');
    if (measure !== undefined && table.columns[table.display]?.type === 'text') yield words.top(name, nameOf(measure, language) ?? '');
  }
}

/** What a model is about: many rows of its tables, those with the most rows first. */
export function thingsIn(prepared: PreparedModel, language: Language, count: number): string[] {
  return prepared.tables
    .filter((table) => !table.bridge)
    .sort((a, b) => (b.table.rowEstimate ?? 0) - (a.table.rowEstimate ?? 0))
    .flatMap((table) => rowsName(table, language) ?? [])
    .slice(0, count);
}

/** What the company is run by comes first, money before counts, each asked in another way. */
function* metricQuestions({ model }: PreparedModel, tables: readonly PreparedTable[], language: Language): Generator<string> {
  const words = TEMPLATES[language];
  const few = tables
    .filter((table) => table.named && (table.table.rowEstimate ?? 0) <= FEW_VALUES)
    .map((table) => tableName(table, language));
  const many = tables
    .filter((table) => table.named && (table.table.rowEstimate ?? 0) > FEW_VALUES)
    .map((table) => rowsName(table, language));
  const listed = tables.flatMap((table) => table.columns.filter(isDimension)).map((column) => nameOf(column, language));
  const keys = [...few, ...listed].filter((name) => name !== null);
  for (const [index, metric] of leadingMetrics(model.metrics).entries()) {
    const name = metricNameOf(metric, language);
    const key = keys[index % Math.max(keys.length, 1)];
    const ranked = many.filter((candidate) => candidate !== null)[index % Math.max(many.length, 1)];
    if (name === null) continue;
    if (key !== undefined) yield words.metricBy(name, key);
    if (index % 2 === 0) yield words.metricByMonth(name);
    // Arabic counts its plurals, which the words do not tell.
    if (ranked !== undefined && index % 3 === 0 && language === 'en') yield words.top(ranked, name);
  }
}

function metricNameOf({ name, words }: SemanticMetric, language: Language): string | null {
  const word = words[language]?.[0] ?? (language === 'en' ? name.replaceAll('_', ' ') : undefined);
  return word === undefined ? null : inText(word);
}

function isDimension({ type, key, column }: PreparedColumn): boolean {
  return (
    type === 'text' &&
    key === null &&
    !column.masked &&
    column.values !== null &&
    column.values.length > 1 &&
    column.values.length <= FEW_VALUES
  );
}

function nameOf(column: PreparedColumn, language: Language): string | null {
  const word = column.column.words[language]?.[0] ?? (language === 'en' ? column.names[0]?.words.join(' ') : undefined);
  return word === undefined ? null : inText(word);
}

function tableName(table: PreparedTable, language: Language): string | null {
  const word = table.table.words[language]?.[0] ?? (language === 'en' ? table.names[0]?.words.join(' ') : undefined);
  return word === undefined ? null : inText(word);
}

/** Many rows of a table; Arabic plurals do not follow from the name. */
function rowsName(table: PreparedTable, language: Language): string | null {
  const plural = table.table.plural?.[language];
  const name = tableName(table, language);
  if (plural !== undefined) return inText(plural);
  return name === null || language === 'ar' ? name : pluralize(name);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
