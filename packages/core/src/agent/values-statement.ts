import type { SemanticColumn, SemanticTable } from '@majed-vanna/nlq';

/** The different values of a column in their order; with `like`, those that hold these characters, whatever their case. */
export function valuesStatement(table: SemanticTable, column: SemanticColumn, like: string): string {
  const name = quoted(column.name);
  const wanted = like.replace(/[\p{Cc}\\]/gu, '').trim();
  const text = column.kind === 'text' ? name : `CAST(${name} AS VARCHAR)`;
  const alike = wanted === '' ? '' : ` AND LOWER(${text}) LIKE LOWER('%${pattern(wanted)}%') ESCAPE '!'`;
  return `SELECT DISTINCT ${name} FROM ${quoted(table.schema)}.${quoted(table.name)} WHERE ${name} IS NOT NULL${alike} ORDER BY ${name}`;
}

/** Inside of a literal: what stands for other characters stands for itself. */
function pattern(text: string): string {
  return text.replace(/[!%_]/g, '!$&').replaceAll("'", "''");
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
