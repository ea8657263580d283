import type { SemanticMetric, SemanticTable } from '@majed-vanna/nlq';
import { sizeOf } from './text-size.ts';
import { keyOf, type VisibleModel } from './visible-model.ts';

const MAX_WORDS = 4;
const MAX_COMMENT = 200;
const LEAST_COLUMNS = 20;
const MORE = '  … it has more columns';

/** A table with its columns, joins and metrics, in names and words only: no value of the data. */
export function describeTable(table: SemanticTable, model: VisibleModel): string {
  const columns = table.columns.map((column) => `${columnLine(table, column)}${called(column.words)}${comment(column.comment)}`);
  const metrics = metricsOf(table, model).map((metric) => {
    return `  metric ${metric.name}${called(metric.words)} = ${calculation(metric)}${comment(metric.description)}`;
  });
  return [`table ${keyOf(table)}${called(table.words)}${comment(table.comment)}`, ...columns, ...joinLines(table, model), ...metrics].join(
    '\n',
  );
}

/** The same as far as there is room: then without words and comments, then without the last columns. Null when nothing fits. */
export function describeTableWithin(room: number, table: SemanticTable, model: VisibleModel): string | null {
  const whole = describeTable(table, model);
  if (sizeOf(whole) <= room) return whole;
  const metrics = metricsOf(table, model).map((metric) => `  metric ${metric.name} = ${calculation(metric)}`);
  const lines = [
    `table ${keyOf(table)}`,
    ...joinLines(table, model),
    ...metrics,
    ...table.columns.map((column) => columnLine(table, column)),
  ];
  let left = room - MORE.length;
  const fitting = lines.filter((line) => {
    left -= sizeOf(line) + 1;
    return left >= 0;
  });
  const columns = fitting.length - (lines.length - table.columns.length);
  if (columns < Math.min(LEAST_COLUMNS, table.columns.length)) return null;
  return [...fitting, ...(fitting.length < lines.length ? [MORE] : [])].join('\n');
}

/** What a metric is calculated of, with the names of its columns as SQL takes them. */
export function calculation({ expression, filter }: SemanticMetric): string {
  return `${bare(expression)}${filter === null ? '' : ` WHERE ${bare(filter)}`}`;
}

function columnLine({ primaryKey }: SemanticTable, { name, nativeType, masked }: SemanticTable['columns'][number]): string {
  return `  ${name} ${nativeType}${primaryKey.includes(name) ? ' key' : ''}${masked ? ' MASKED' : ''}`;
}

function joinLines(table: SemanticTable, { joins }: VisibleModel): string[] {
  const key = keyOf(table);
  return joins
    .filter(({ from, to }) => from.table === key || to.table === key)
    .map(({ from, to }) => `  join ${from.table}(${from.columns.join(', ')}) = ${to.table}(${to.columns.join(', ')})`);
}

function metricsOf(table: SemanticTable, { metrics }: VisibleModel): SemanticMetric[] {
  return metrics.filter((metric) => metric.table === keyOf(table));
}

function called(words: SemanticTable['words']): string {
  const all = [...(words.en ?? []).slice(0, MAX_WORDS), ...(words.ar ?? []).slice(0, MAX_WORDS)];
  return all.length > 0 ? ` called ${all.join(', ')}` : '';
}

function comment(text: string | null): string {
  return text ? ` -- ${text.replace(/\s+/g, ' ').slice(0, MAX_COMMENT)}` : '';
}

function bare(expression: string): string {
  return expression.replace(/\{([^}]+)\}/g, '$1');
}
