import type { Cell, Language } from '@majed-vanna/contract';
import type { Reading, SemanticModel } from '@majed-vanna/nlq';
import type { AnswerFacts } from '../headline/answer-facts.ts';
import { periodName, periodPhrase } from './period-words.ts';
import { comparedPeriods, grainOf, growthOf, isAdditive, isCyclic, perGroupOf, periodOf } from './plan-reading.ts';

interface FactsRequest {
  readonly reading: Reading;
  readonly model: SemanticModel;
  readonly language: Language;
  readonly rows: readonly (readonly Cell[])[];
  readonly rowCount: number | null;
}

/** What the headline needs to know, read off the plan and the result. */
export function answerFactsOf({ reading, model, language, rows, rowCount }: FactsRequest): AnswerFacts {
  const { plan, outputs } = reading;
  const compared = comparedPeriods(plan);
  const period = compared ? compared.now : periodOf(plan.where);
  const [order] = plan.orderBy;
  const orderedByMeasure =
    order &&
    plan.select.some(
      ({ expression }, index) => outputs[index]?.role === 'measure' && JSON.stringify(expression) === JSON.stringify(order.expression),
    );
  return {
    language,
    columns: outputs.map((output, index) => {
      const expression = plan.select[index]?.expression;
      return {
        label: output.label,
        role: expression && isCyclic(expression) ? 'dimension' : output.role,
        format: output.format,
        currency: output.currency,
        grain: expression ? grainOf(expression) : null,
        // The first few of each group add up to no group.
        additive: expression !== undefined && plan.limitPer === undefined && isAdditive(expression, model),
        running: expression?.kind === 'running',
      };
    }),
    rows,
    rowCount,
    subject: subjectOf(reading, model, language),
    period: period ? periodPhrase(period, language) : null,
    order: orderedByMeasure ? (order.descending ? 'descending' : 'ascending') : null,
    limit: plan.limit,
    perGroup: perGroupOf(plan),
    growth: growthOf(plan),
    comparison: compared
      ? { current: compared.current, previous: compared.previous, previousLabel: periodName(compared.before, language) ?? '' }
      : null,
  };
}

/** Rows of one table are called by its name; combined or distinct ones are only rows. */
function subjectOf({ plan }: Reading, model: SemanticModel, language: Language): string | null {
  if (plan.distinct || plan.groupBy.length > 0) return null;
  const table = model.tables.find(({ schema, name }) => schema === plan.from.schema && name === plan.from.table);
  return table?.words[language]?.[0] ?? null;
}
