import type { Language, NumberFormat } from '@majed-vanna/contract';
import pluralize from 'pluralize';
import { splitIdentifier } from '../lexicon/names.ts';
import type { PlanSource, QueryPlan } from '../plan.ts';
import type { SemanticColumn, SemanticMetric, SemanticModel, SemanticTable, Words } from '../semantic-model.ts';
import { formula } from './formula.ts';
import { inText } from './in-text.ts';

type NamedTable = Pick<PlanSource, 'schema' | 'table'>;

/** What tables, columns and metrics of a plan are called in a language. */
export interface ModelNames {
  readonly language: Language;
  table(source: NamedTable): string;
  /** One row of a table. */
  one(source: NamedTable): string;
  /** Many rows of a table. */
  rows(source: NamedTable): string;
  tableOf(sourceId: string): SemanticTable | undefined;
  columnOf(sourceId: string, name: string): SemanticColumn | undefined;
  column(sourceId: string, name: string): string;
  /** The column names the rows of its table. */
  displays(sourceId: string, name: string): boolean;
  /** The table whose rows a column alone tells apart, there or where it points; null when it is no such key, or one with a name of its own. */
  tableOfKey(sourceId: string, name: string): NamedTable | null;
  /** Full name for definitions: `schema.table.column`, or what it is worked out from. */
  path(sourceId: string, name: string): string;
  metric(name: string): SemanticMetric | undefined;
  metricName(name: string): string;
}

export function createModelNames(model: SemanticModel, plan: QueryPlan, language: Language): ModelNames {
  const sources = new Map<string, PlanSource>();
  collect(plan, sources);
  const grouped = plan.groupBy.length > 0;
  return { language, table, one, rows, tableOf, columnOf, column, displays, tableOfKey, path, metric, metricName };

  function table(source: NamedTable): string {
    return inText(wordOf(tableIn(source)?.words, language) ?? splitIdentifier(source.table).join(' '));
  }

  function tableIn(source: NamedTable): SemanticTable | undefined {
    return model.tables.find((item) => item.name === source.table && item.schema === source.schema);
  }

  function one(source: NamedTable): string {
    return language === 'en' ? pluralize.singular(table(source)) : table(source);
  }

  function rows(source: NamedTable): string {
    const found = tableIn(source);
    return inText(found?.plural?.[language] ?? (language === 'en' ? pluralize(table(source)) : table(source)));
  }

  function tableOf(sourceId: string): SemanticTable | undefined {
    const source = sources.get(sourceId);
    return source && tableIn(source);
  }

  function columnOf(sourceId: string, name: string): SemanticColumn | undefined {
    return tableOf(sourceId)?.columns.find((item) => item.name === name);
  }

  function column(sourceId: string, name: string): string {
    const source = sources.get(sourceId);
    const said = inAnyLanguage(sourceId, name);
    // The name of a thing is the thing: sales per region, not per region name.
    if (grouped && source !== undefined && displays(sourceId, name)) return one(source);
    return inText(wordOf(columnOf(sourceId, said)?.words, language) ?? splitIdentifier(said).join(' '));
  }

  function displays(sourceId: string, name: string): boolean {
    return tableOf(sourceId)?.displayColumn === inAnyLanguage(sourceId, name);
  }

  /** To a reader of Arabic, `name_ar` is the name. */
  function inAnyLanguage(sourceId: string, name: string): string {
    const base = name.toLowerCase().endsWith(`_${language}`) ? name.slice(0, -language.length - 1) : name;
    return columnOf(sourceId, base)?.name ?? name;
  }

  function tableOfKey(sourceId: string, name: string): NamedTable | null {
    const table = tableOf(sourceId);
    if (table === undefined) return null;
    if (isOnly(name, table.primaryKey)) return { schema: table.schema, table: table.name };
    const own = `${table.schema}.${table.name}`;
    const join = model.joins.find(({ from, words }) => from.table === own && isOnly(name, from.columns) && Object.keys(words).length === 0);
    const pointed = join && model.tables.find((item) => `${item.schema}.${item.name}` === join.to.table);
    return pointed === undefined ? null : { schema: pointed.schema, table: pointed.name };
  }

  function path(sourceId: string, name: string): string {
    const computed = columnOf(sourceId, name)?.computed;
    if (computed !== undefined) return formula(computed.expression);
    const source = sources.get(sourceId);
    return [source?.schema, source?.table, name].filter(Boolean).join('.');
  }

  function metric(name: string): SemanticMetric | undefined {
    return model.metrics.find((item) => item.name === name);
  }

  function metricName(name: string): string {
    return inText(wordOf(metric(name)?.words, language) ?? splitIdentifier(name).join(' '));
  }
}

export interface ValueFormat {
  readonly format: NumberFormat | null;
  readonly currency: string | null;
}

const isOnly = (name: string, columns: readonly string[]) => columns.length === 1 && columns[0] === name;

function wordOf(words: Words | undefined, language: Language): string | undefined {
  return words?.[language]?.[0];
}

/** All sources of a plan and its sub-plans; ids are unique within the whole. */
function collect(value: unknown, into: Map<string, PlanSource>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === 'object' && value !== null) {
    if (
      'id' in value &&
      'schema' in value &&
      'table' in value &&
      typeof value.id === 'string' &&
      typeof value.schema === 'string' &&
      typeof value.table === 'string'
    )
      into.set(value.id, { id: value.id, schema: value.schema, table: value.table });
    for (const inner of Object.values(value)) collect(inner, into);
  }
}
