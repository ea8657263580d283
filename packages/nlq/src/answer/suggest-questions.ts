import type { Language } from '@majed-vanna/contract';
import pluralize from 'pluralize';
import type { PreparedColumn, PreparedModel, PreparedTable } from '../lexicon/prepared-model.ts';
import { isMeasure } from '../parse/parser-state.ts';

const TEMPLATES = {
  en: {
    metric: (metric: string) => `What is the ${metric}?`,
    metricBy: (metric: string, key: string) => `${capital(metric)} by ${key}`,
    metricByMonth: (metric: string) => `${capital(metric)} by month`,
    count: (table: string) => `How many ${pluralize(table)} are there?`,
    countBy: (table: string, key: string) => `Number of ${pluralize(table)} by ${key}`,
    averageBy: (measure: string, key: string) => `Average ${measure} by ${key}`,
    top: (table: string, measure: string) => `Top 5 ${pluralize(table)} by ${measure}`,
  },
  ar: {
    metric: (metric: string) => `ما هو ${metric}؟`,
    metricBy: (metric: string, key: string) => `${metric} حسب ${key}`,
    metricByMonth: (metric: string) => `${metric} حسب الشهر`,
    count: (table: string) => `كم عدد ${table}؟`,
    countBy: (table: string, key: string) => `عدد ${table} حسب ${key}`,
    averageBy: (measure: string, key: string) => `متوسط ${measure} حسب ${key}`,
    top: (table: string, measure: string) => `أعلى 5 ${table} حسب ${measure}`,
  },
} as const;

const FEW_VALUES = 40;

/** Candidate questions about a model, most telling first; whether they are understood is for the caller to check. */
export function* candidateQuestions(prepared: PreparedModel, language: Language, about: ReadonlySet<number> = new Set()): Generator<string> {
  const words = TEMPLATES[language];
  const tables = prepared.tables.filter((table) => !table.bridge).sort((a, b) => Number(about.has(b.index)) - Number(about.has(a.index)) || (b.table.rowEstimate ?? 0) - (a.table.rowEstimate ?? 0));
  const dimensions = tables.flatMap((table) => table.columns.filter(isDimension));
  if (about.size === 0)
    for (const metric of prepared.model.metrics) {
      const name = metric.words[language]?.[0] ?? (language === 'en' ? metric.name.replaceAll('_', ' ') : undefined);
      if (name === undefined) continue;
      yield words.metricByMonth(name);
      for (const dimension of dimensions.slice(0, 3)) if (nameOf(dimension, language) !== null) yield words.metricBy(name, nameOf(dimension, language) ?? '');
    }
  for (const table of tables) {
    const name = tableName(table, language);
    if (name === null) continue;
    yield words.count(name);
    const key = table.columns.find((column) => isDimension(column) && nameOf(column, language) !== null);
    const measure = table.columns.find((column) => isMeasure(column) && !column.yearLike && nameOf(column, language) !== null);
    if (key !== undefined) yield words.countBy(name, nameOf(key, language) ?? '');
    if (key !== undefined && measure !== undefined) yield words.averageBy(nameOf(measure, language) ?? '', nameOf(key, language) ?? '');
    if (measure !== undefined && table.columns[table.display]?.type === 'text') yield words.top(name, nameOf(measure, language) ?? '');
  }
}

function isDimension({ type, key, column }: PreparedColumn): boolean {
  return type === 'text' && key === null && !column.masked && column.values !== null && column.values.length > 1 && column.values.length <= FEW_VALUES;
}

function nameOf(column: PreparedColumn, language: Language): string | null {
  return column.column.words[language]?.[0] ?? (language === 'en' ? (column.names[0]?.words.join(' ') ?? null) : null);
}

function tableName(table: PreparedTable, language: Language): string | null {
  return table.table.words[language]?.[0] ?? (language === 'en' ? (table.names[0]?.words.join(' ') ?? null) : null);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
