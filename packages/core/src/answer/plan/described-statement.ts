import type { Language, UnderstoodPart } from '@majed-vanna/contract';
import { outputsOf, type PlanOutput, type QueryPlan, type SemanticModel, understoodParts } from '@majed-vanna/nlq';
import type { GuardVerdict } from '@majed-vanna/sql';
import { saysNothing } from '../headline/facts-of-columns.ts';
import { WORDS } from '../words.ts';
import { planOfFigures } from './plan-of-figures.ts';

type Read = Pick<Extract<GuardVerdict, { verdict: 'allow' }>, 'figures' | 'lineage'>;

/** Per output, in order: how to call and format it, for a statement without a plan. An alias that says something stays. */
export function describedOutputs(verdict: Read, model: SemanticModel, language: Language): PlanOutput[] {
  return outputsOf(planOfFigures(verdict, model), model, language).map((output, index) => {
    const figure = verdict.figures[index];
    const named = figure?.kind === 'column' && figure.column.column === output.name;
    return figure && (named || saysNothing(output.name, language)) ? output : { ...output, label: spelled(output.name) };
  });
}

/** `total_sales` as a person writes it; any other alias as it is. */
function spelled(alias: string): string {
  if (!/^[a-z\d]+(?:_[a-z\d]+)+$/.test(alias)) return alias;
  const words = alias.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a statement without a plan says of itself, as the engine says its readings; null where an output is not told. */
export function describedUnderstanding(verdict: Read, model: SemanticModel, language: Language): UnderstoodPart[] | null {
  if (verdict.figures.length === 0 || verdict.figures.includes(null)) return null;
  const plan = planOfFigures(verdict, model);
  const looked = consideredColumns(verdict, model);
  const parts = understoodParts(plan, model, language);
  if (looked.length === 0) return parts;
  const considered: QueryPlan = { ...plan, select: looked, groupBy: looked.map(({ expression }) => expression) };
  return [...parts, { text: WORDS[language].considering, definition: null }, ...understoodParts(considered, model, language)];
}

/** Columns that decide which rows are read and in which order; the keys of joins go without saying. */
function consideredColumns({ lineage }: Read, { joins }: SemanticModel): QueryPlan['select'] {
  const tables = new Set(lineage.tables.map(({ schema, table }) => `${schema}.${table}`));
  const joined = joins.filter(({ from, to }) => tables.has(from.table) && tables.has(to.table));
  const told = new Set([
    ...joined.flatMap(({ from, to }) => [from, to].flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))),
    ...lineage.outputs.flatMap(({ sources }) => sources.map(({ schema, table, column }) => `${schema}.${table}.${column}`)),
  ]);
  return lineage.columns
    .filter(({ schema, table, column }) => !told.has(`${schema}.${table}.${column}`))
    .map(({ schema, table, column }) => ({ name: column, expression: { kind: 'column', source: `${schema}.${table}`, column } }));
}
