import type { SemanticEntryBody } from '@majed-vanna/contract';
import type { SchemaIndex } from './schema-index.ts';

/** An expression of an entry, as it stands in a statement, and where it will. */
export interface StatementPart {
  readonly path: string;
  readonly table: string;
  readonly place: 'select' | 'group' | 'where';
  /** With the quoted names of columns in the place of their marks. */
  readonly text: string;
  /** As it was written. */
  readonly written: string;
}

export function partsOf(entry: SemanticEntryBody, index: SchemaIndex): StatementPart[] {
  const part = (path: string, table: string, place: StatementPart['place'], written: string): StatementPart => ({
    path,
    table,
    place,
    written,
    text: marked(table, written, index),
  });
  switch (entry.kind) {
    case 'metric': {
      const { table, expression, filter } = entry.body;
      return [
        part('body.expression', table, 'select', expression),
        ...(filter === null ? [] : [part('body.filter', table, 'where', filter)]),
      ];
    }
    case 'dimension':
      return [part('body.expression', entry.body.table, 'group', entry.body.expression)];
    case 'glossary': {
      const { condition } = entry.body;
      return condition ? [part('body.condition.filter', condition.table, 'where', condition.filter)] : [];
    }
    case 'table':
    case 'column':
    case 'join':
      return [];
  }
}

/** A statement that reads no row, with every part in the place where it will stand. */
export function boundStatement(place: StatementPart['place'], table: string, texts: readonly string[], index: SchemaIndex): string {
  const bracketed = texts.map((text) => `(${text})`);
  if (place === 'where') return `SELECT 1 AS v FROM ${from(table, index)} WHERE ${bracketed.join(' AND ')} LIMIT 0`;
  const values = bracketed.map((text, at) => `${text} AS v${at || ''}`).join(', ');
  const grouped = place === 'group' ? ` GROUP BY ${bracketed.join(', ')}` : '';
  return `SELECT ${values} FROM ${from(table, index)}${grouped} LIMIT 0`;
}

function from(table: string, index: SchemaIndex): string {
  const found = index.table(table);
  return found ? `${quoted(found.schema)}.${quoted(found.name)}` : quoted(table);
}

function marked(table: string, expression: string, index: SchemaIndex): string {
  return expression.replaceAll(/\{([^{}]*)\}/g, (_all, name: string) =>
    quoted(index.column(`${table}.${name.trim()}`)?.column.name ?? name),
  );
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
