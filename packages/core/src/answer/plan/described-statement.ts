import type { Language, UnderstoodPart } from '@majed-vanna/contract';
import { outputsOf, type PlanOutput, type QueryPlan, type SemanticModel, understoodParts } from '@majed-vanna/nlq';
import type { GuardVerdict, PlainRead } from '@majed-vanna/sql';
import { saysNothing } from '../headline/facts-of-columns.ts';
import { WORDS } from '../words.ts';
import { planOfFigures } from './plan-of-figures.ts';

type Read = Pick<Extract<GuardVerdict, { verdict: 'allow' }>, 'figures' | 'lineage' | 'plain'>;

/**
 * Per output, in order: how to call and format it, for a statement without a plan. An alias that says something stays, and so
 * does any of a statement whose rows are not told: a count of them has no name.
 */
export function describedOutputs(verdict: Read, model: SemanticModel, language: Language): PlanOutput[] {
  return outputsOf(planOfFigures(verdict, model), model, language).map((output, index) => {
    const figure = verdict.figures[index];
    const named = figure?.kind === 'column' && figure.column.column === output.name;
    const nameless = verdict.plain !== null && saysNothing(output.name, language);
    return figure && (named || nameless) ? output : { ...output, label: spelled(output.name) };
  });
}

/** `total_sales` as a person writes it; any other alias as it is. */
function spelled(alias: string): string {
  if (!/^[a-z\d]+(?:_[a-z\d]+)+$/.test(alias)) return alias;
  const words = alias.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a statement without a plan says of itself, as the engine says its readings; null where an output or its rows are not told. */
export function describedUnderstanding(verdict: Read, model: SemanticModel, language: Language): UnderstoodPart[] | null {
  const { plain, figures } = verdict;
  if (plain === null || figures.length === 0 || figures.includes(null)) return null;
  const plan = { ...planOfFigures(verdict, model), limit: plain.limit };
  const looked = consideredColumns(verdict, plain, model);
  const parts = understoodParts(plan, model, language);
  if (looked.length === 0) return parts;
  const considered: QueryPlan = { ...plan, limit: null, select: looked, groupBy: looked.map(({ expression }) => expression) };
  return [...parts, { text: WORDS[language].considering, definition: null }, ...understoodParts(considered, model, language)];
}

/** Columns that decide which rows are read and in which order; the keys of joins go without saying. */
function consideredColumns({ lineage }: Read, { filteredBy }: PlainRead, { joins }: SemanticModel): QueryPlan['select'] {
  const tables = new Set(lineage.tables.map(({ schema, table }) => `${schema}.${table}`));
  const joined = joins.filter(({ from, to }) => tables.has(from.table) && tables.has(to.table));
  const told = new Set([
    ...joined.flatMap(({ from, to }) => [from, to].flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))),
    ...lineage.outputs.flatMap(({ sources }) => sources.map(({ schema, table, column }) => `${schema}.${table}.${column}`)),
  ]);
  const filters = new Set(filteredBy.map(({ schema, table, column }) => `${schema}.${table}.${column}`));
  return lineage.columns
    .filter(({ schema, table, column }) => {
      const name = `${schema}.${table}.${column}`;
      return filters.has(name) || !told.has(name);
    })
    .map(({ schema, table, column }) => ({ name: column, expression: { kind: 'column', source: `${schema}.${table}`, column } }));
}
