import type { FoundKind } from '@majed-vanna/contract';
import type { SemanticColumn, SemanticModel, SemanticTable } from '@majed-vanna/nlq';
import type { Knowledge } from '../semantics/knowledge.ts';

/** Something that can be found, with the texts it is found by. */
export interface SearchItem {
  readonly kind: FoundKind;
  readonly key: string;
  readonly table: string | null;
  readonly title: string;
  readonly text: string;
  /** What it is called. */
  readonly names: readonly string[];
  /** What its parts are called: of a table its columns, metrics and dimensions. */
  readonly parts: readonly string[];
}

const MAX_TEXT = 600;

export function tableItems({ tables, metrics }: Pick<SemanticModel, 'tables' | 'metrics'>): SearchItem[] {
  const measured = groupBy(metrics, ({ table }) => table);
  return tables.map((table) => {
    const key = keyOf(table);
    return {
      kind: 'table',
      key,
      table: key,
      title: table.words.en?.[0] ?? table.name,
      text: textOf(table.comment),
      names: [table.name, ...spoken(table.words), ...Object.values(table.plural ?? {}).flatMap((plural) => plural ?? [])],
      parts: [
        ...table.columns.flatMap((column) => [column.name, ...spoken(column.words)]),
        ...(measured.get(key) ?? []).flatMap(({ name, words }) => [name, ...spoken(words)]),
      ],
    };
  });
}

export function columnItem(table: SemanticTable, column: SemanticColumn): SearchItem {
  const key = keyOf(table);
  return {
    kind: 'column',
    key: `${key}.${column.name}`,
    table: key,
    title: column.words.en?.[0] ?? column.name,
    text: textOf(column.comment),
    names: [column.name, ...spoken(column.words), ...valueNames(column)],
    parts: [],
  };
}

/** Everything that is not a table or a column. */
export function otherItems({ metrics }: Pick<SemanticModel, 'metrics'>, { glossary, passages, verified }: Knowledge): SearchItem[] {
  return [
    ...metrics.map(({ name, words, description, table, expression, filter }): SearchItem => {
      const defined = `= ${bare(expression)}${filter ? ` WHERE ${bare(filter)}` : ''}`;
      return {
        kind: 'metric',
        key: name,
        table,
        title: words.en?.[0] ?? name,
        text: textOf(defined, description),
        names: [name, ...spoken(words)],
        parts: [],
      };
    }),
    ...glossary.map(
      ({ name, words, description }): SearchItem => ({
        kind: 'glossary',
        key: name,
        table: null,
        title: words.en?.[0] ?? name,
        text: textOf(description),
        names: [name, ...spoken(words)],
        parts: [],
      }),
    ),
    ...passages.map(
      ({ id, title, text }): SearchItem => ({ kind: 'passage', key: id, table: null, title, text, names: [title], parts: [] }),
    ),
    ...verified.map(
      ({ id, question, sql }): SearchItem => ({
        kind: 'verified',
        key: id,
        table: null,
        title: question,
        text: sql,
        names: [question],
        parts: [],
      }),
    ),
  ];
}

export const keyOf = ({ schema, name }: Pick<SemanticTable, 'schema' | 'name'>): string => `${schema}.${name}`;

export function groupBy<T>(list: readonly T[], by: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(by(each));
    if (group) group.push(each);
    else groups.set(by(each), [each]);
  }
  return groups;
}

/** Words per language, as models and as entries hold them. */
interface Spoken {
  readonly en?: readonly string[] | undefined;
  readonly ar?: readonly string[] | undefined;
}

export function spoken({ en = [], ar = [] }: Spoken): string[] {
  return [...en, ...ar];
}

/** What people call stored values; the values themselves stay out. */
function valueNames({ valueWords = {} }: SemanticColumn): string[] {
  return Object.values(valueWords).flatMap(spoken);
}

function textOf(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' · ').replace(/\s+/g, ' ').slice(0, MAX_TEXT);
}

function bare(expression: string): string {
  return expression.replace(/\{([^}]+)\}/g, '$1');
}
