import type { Language, StatementLineage } from '@majed-vanna/contract';
import { type Engine, rowsWord, type SemanticModel } from '@majed-vanna/nlq';
import type { FollowUp } from './follow-ups.ts';
import { dimensionsOf, withinSentence } from './nearby-dimensions.ts';
import { SURE } from './sureness.ts';

interface WholeFollowUpRequest {
  readonly engine: Engine;
  readonly model: SemanticModel;
  /** Of the statement that was answered with. */
  readonly lineage: StatementLineage;
  readonly language: Language;
  readonly today: string;
}

/** Understanding a candidate takes a few milliseconds. */
const MAX_CANDIDATES = 10;

const WORDS = {
  en: {
    byMonth: (figure: string) => `${capital(figure)} by month`,
    by: (figure: string, name: string) => `${capital(figure)} by ${withinSentence(name)}`,
    count: (rows: string) => `Number of ${withinSentence(rows)}`,
  },
  ar: {
    byMonth: (figure: string) => `${figure} حسب الشهر`,
    by: (figure: string, name: string) => `${figure} حسب ${name}`,
    count: (rows: string) => `عدد ${rows}`,
  },
} as const satisfies Record<Language, unknown>;

/**
 * Questions near a result that has no plan: the figures that it was made of, by something else of the tables that it read.
 * Each is whole, and read surely by the embedded engine: it means the same whoever is asked.
 */
export function* wholeFollowUps({ engine, model, lineage, language, today }: WholeFollowUpRequest): Generator<FollowUp> {
  const seen = new Set<string>();
  for (const question of candidatesFor(model, lineage, language).slice(0, MAX_CANDIDATES)) {
    if (engine.leaning(question) !== 'whole') continue;
    const read = engine.interpret(question, { today });
    if (read.kind !== 'answer' || read.reading.confidence < SURE || read.reading.plan.groupBy.length === 0) continue;
    if (seen.has(read.reading.sql)) continue;
    seen.add(read.reading.sql);
    yield { question, sql: read.reading.sql };
  }
}

function candidatesFor(model: SemanticModel, lineage: StatementLineage, language: Language): string[] {
  const words = WORDS[language];
  const read = model.tables.filter(({ schema, name }) => lineage.tables.some((table) => table.schema === schema && table.table === name));
  // What is shown as it is, is what the result is broken down by already.
  const shown = new Set(lineage.outputs.flatMap(({ sources }) => (sources.length === 1 ? sources.map(({ column }) => column) : [])));
  const dimensions = read.flatMap((table) => dimensionsOf(table, language)).filter(({ column }) => !shown.has(column));
  return figuresOf(model, lineage, read, language).flatMap(({ figure, dated }) => [
    ...dimensions.slice(0, 2).map(({ name }) => words.by(figure, name)),
    ...(dated ? [words.byMonth(figure)] : []),
    ...dimensions.slice(2).map(({ name }) => words.by(figure, name)),
  ]);
}

/** Metrics made of a column that a figure of the result is made of; else rows, where rows of one table were counted. */
function figuresOf(
  { metrics }: SemanticModel,
  { outputs, tables }: StatementLineage,
  read: readonly SemanticModel['tables'][number][],
  language: Language,
): { readonly figure: string; readonly dated: boolean }[] {
  const sources = outputs.flatMap((output) => output.sources);
  // The plainest first: net sales before what is worked out of them.
  const plainest = metrics.toSorted((a, b) => a.expression.length - b.expression.length);
  const made = plainest.flatMap(({ table, expression, words, dateColumn }) => {
    const figure = words[language]?.[0];
    const shared = sources.some((source) => `${source.schema}.${source.table}` === table && expression.includes(`{${source.column}}`));
    return figure && shared ? [{ figure, dated: dateColumn !== null }] : [];
  });
  const [only] = read;
  if (made.length > 0 || !only || tables.length > 1 || !outputs.some((output) => output.sources.length === 0)) return made;
  const rows = rowsWord(only, language);
  return rows ? [{ figure: WORDS[language].count(rows), dated: false }] : [];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
