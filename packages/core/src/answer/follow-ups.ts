import type { Language } from '@majed-vanna/contract';
import type { Engine, Reading, SemanticModel } from '@majed-vanna/nlq';
import { dimensionsOf, withinSentence } from './nearby-dimensions.ts';

/** A question that may be asked next, and the statement it is answered with. */
export interface FollowUp {
  readonly question: string;
  readonly sql: string;
}

interface FollowUpRequest {
  readonly engine: Engine;
  readonly model: SemanticModel;
  readonly reading: Reading;
  readonly language: Language;
  readonly today: string;
}

/** Enough for three good ones; understanding a candidate takes a few milliseconds. */
const MAX_CANDIDATES = 10;
const MIN_CONFIDENCE = 0.6;

const WORDS = {
  en: {
    month: 'By month',
    year: 'By year',
    top: 'Top 5',
    lastYear: 'Compared with last year',
    by: (name: string) => `By ${withinSentence(name)}`,
  },
  ar: { month: 'حسب الشهر', year: 'حسب السنة', top: 'أعلى 5', lastYear: 'مقارنة بالعام الماضي', by: (name: string) => `حسب ${name}` },
} as const;

/** Short questions that go on from an answer. Each one was understood by the engine before it is offered. */
export function* followUpsOf({ engine, model, reading, language, today }: FollowUpRequest): Generator<FollowUp> {
  const seen = new Set([reading.sql]);
  for (const candidate of candidatesFor(reading, model, language).slice(0, MAX_CANDIDATES)) {
    const interpretation = engine.interpret(candidate, { today, previousPlan: reading.plan });
    if (interpretation.kind !== 'answer' || !interpretation.goesOn) continue;
    const { sql, confidence } = interpretation.reading;
    if (confidence < MIN_CONFIDENCE || seen.has(sql) || !keepsMeasures(reading, interpretation.reading)) continue;
    seen.add(sql);
    yield { question: candidate, sql };
  }
}

/** A follow-up is about the same figures; "by month" understood as a question of its own is about something else. */
function keepsMeasures({ plan, outputs }: Reading, next: Reading): boolean {
  const selected = JSON.stringify(next.plan.select);
  return plan.select.every(({ expression }, index) => outputs[index]?.role !== 'measure' || selected.includes(JSON.stringify(expression)));
}

function candidatesFor({ plan, outputs }: Reading, model: SemanticModel, language: Language): string[] {
  const words = WORDS[language];
  if (!outputs.some(({ role }) => role === 'measure')) return [];
  const timed = outputs.some(({ role }) => role === 'time');
  const grouped = outputs.some(({ role }) => role === 'dimension');
  return [
    ...(timed ? [] : [words.month]),
    ...(grouped && plan.limit === null ? [words.top] : []),
    ...dimensionsNear(
      plan,
      model,
      language,
      outputs.map(({ label }) => label),
    ).map(words.by),
    ...(timed ? [words.year] : [words.lastYear]),
  ];
}

/** Names of columns with few values in the tables that the plan reads already; not those that the plan holds to one value. */
function dimensionsNear(plan: Reading['plan'], model: SemanticModel, language: Language, shown: readonly string[]): string[] {
  const sources = [plan.from, ...plan.joins.map(({ source }) => source)];
  const fixed = columnsHeld(plan);
  const grouped = new Set(plan.groupBy.flatMap((key) => (key.kind === 'column' ? [key.source] : [])));
  return sources.flatMap(({ id, schema, table }) => {
    const found = model.tables.find((candidate) => candidate.schema === schema && candidate.name === table);
    return (found ? dimensionsOf(found, language) : []).flatMap(({ column, name }) =>
      (grouped.has(id) && found?.displayColumn === column) ||
      fixed.has(`${id}.${column}`) ||
      shown.some((label) => label.toLowerCase() === name.toLowerCase())
        ? []
        : [name],
    );
  });
}

/** Columns that have one value in every row: a breakdown by them would say nothing. */
function columnsHeld({ where }: Reading['plan']): Set<string> {
  const conditions = where === null ? [] : where.kind === 'and' ? where.items : [where];
  return new Set(
    conditions.flatMap((condition) =>
      condition.kind === 'compare' && condition.operator === '=' && condition.left.kind === 'column'
        ? [`${condition.left.source}.${condition.left.column}`]
        : [],
    ),
  );
}
