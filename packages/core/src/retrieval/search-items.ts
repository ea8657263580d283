import type { FoundKind } from '@majed-vanna/contract';
import type { SemanticColumn, SemanticMetric, SemanticModel, SemanticTable } from '@majed-vanna/nlq';
import type { Knowledge } from '../semantics/knowledge.ts';

/** Something that can be found, with the texts it is found by. */
export interface SearchItem {
  readonly kind: FoundKind;
  readonly key: string;
  readonly table: string | null;
  readonly title: string;
  readonly text: string;
  /** The text without expressions and statements, which may hold values of the data. */
  readonly description: string;
  /** What it is called. */
  readonly names: readonly string[];
  /** What its parts are called: of a table its columns, metrics and dimensions. */
  readonly parts: readonly string[];
}

const MAX_TEXT = 600;

export function tableItems({ tables, metrics, dimensions = [] }: Pick<SemanticModel, 'tables' | 'metrics' | 'dimensions'>): SearchItem[] {
  const defined = groupBy([...metrics, ...dimensions], ({ table }) => table);
  return tables.map((table) => {
    const key = keyOf(table);
    return {
      kind: 'table',
      key,
      table: key,
      title: table.words.en?.[0] ?? table.name,
      text: textOf(table.comment),
      description: textOf(table.comment),
      names: [table.name, ...spoken(table.words), ...Object.values(table.plural ?? {}).flatMap((plural) => plural ?? [])],
      parts: [
        ...table.columns.flatMap((column) => [column.name, ...spoken(column.words)]),
        ...(defined.get(key) ?? []).flatMap(({ name, words }) => [name, ...spoken(words)]),
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
    description: textOf(column.comment),
    names: [column.name, ...spoken(column.words), ...valueNames(column)],
    parts: [],
  };
}

/** Everything that is not a table or a column. */
export function otherItems(
  { metrics, dimensions = [] }: Pick<SemanticModel, 'metrics' | 'dimensions'>,
  { glossary, passages, verified }: Knowledge,
): SearchItem[] {
  return [
    ...metrics.map((metric) => definedItem('metric', metric, metric.filter)),
    ...dimensions.map((dimension) => definedItem('dimension', dimension, null)),
    ...glossary.map(({ name, words, description }) => ({
      ...{ kind: 'glossary' as const, key: name, table: null, title: words.en?.[0] ?? name },
      ...{ text: textOf(description), description: textOf(description), names: [name, ...spoken(words)], parts: [] },
    })),
    ...passages.map(({ id, title, text }) => ({
      ...{ kind: 'passage' as const, key: id, table: null, title, text, description: text, names: [title], parts: [] },
    })),
    ...verified.map(({ id, question, sql }) => ({
      ...{ kind: 'verified' as const, key: id, table: null, title: question, text: sql, description: '', names: [question], parts: [] },
    })),
  ];
}

function definedItem(
  kind: 'metric' | 'dimension',
  { name, words, description, table, expression }: Pick<SemanticMetric, 'name' | 'words' | 'description' | 'table' | 'expression'>,
  filter: string | null,
): SearchItem {
  const definition = `= ${bare(expression)}${filter ? ` WHERE ${bare(filter)}` : ''}`;
  return {
    ...{ kind, key: name, table, title: words.en?.[0] ?? name, text: textOf(definition, description) },
    ...{ description: textOf(description), names: [name, ...spoken(words)], parts: [] },
  };
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

/** What people call stored values that may be read; the values themselves stay out. */
function valueNames({ valueWords = {}, masked }: SemanticColumn): string[] {
  return masked ? [] : Object.values(valueWords).flatMap(spoken);
}

function textOf(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(' · ').replace(/\s+/g, ' ').slice(0, MAX_TEXT);
}

function bare(expression: string): string {
  return expression.replace(/\{([^}]+)\}/g, '$1');
}
