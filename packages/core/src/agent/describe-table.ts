import type { SemanticTable } from '@majed-vanna/nlq';
import { keyOf, type VisibleModel } from './visible-model.ts';

const MAX_WORDS = 4;
const MAX_COMMENT = 200;

/** A table with its columns, joins and metrics, in names and words only: no value of the data. */
export function describeTable(table: SemanticTable, { joins, metrics }: VisibleModel): string {
  const key = keyOf(table);
  const lines = [`table ${key}${called(table.words)}${comment(table.comment)}`];
  for (const column of table.columns) {
    const marks = [table.primaryKey.includes(column.name) ? ' key' : '', column.masked ? ' MASKED' : ''].join('');
    lines.push(`  ${column.name} ${column.nativeType}${marks}${called(column.words)}${comment(column.comment)}`);
  }
  for (const { from, to } of joins.filter((join) => join.from.table === key || join.to.table === key))
    lines.push(`  join ${from.table}(${from.columns.join(', ')}) = ${to.table}(${to.columns.join(', ')})`);
  for (const metric of metrics.filter((candidate) => candidate.table === key)) {
    const filter = metric.filter === null ? '' : ` WHERE ${bare(metric.filter)}`;
    lines.push(`  metric ${metric.name}${called(metric.words)} = ${bare(metric.expression)}${filter}${comment(metric.description)}`);
  }
  return lines.join('\n');
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
