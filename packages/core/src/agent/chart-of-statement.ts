import { titleOf } from '../answer/question-text.ts';
import { additiveColumns } from '../charts/additive-columns.ts';
import { type ChartProposal, type ValidatedChart, validateChartSpec } from '../charts/validate-chart-spec.ts';
import type { RanStatement } from './ran-statement.ts';

/** A model's chart, checked against the result that it would be drawn of. */
export function chartOfStatement(
  proposal: ChartProposal,
  { sql, execution }: Pick<RanStatement, 'sql' | 'execution'>,
  question: string,
): ValidatedChart {
  const summed = additiveColumns(sql);
  return validateChartSpec(proposal, {
    columns: execution.columns.map((column) => ({ ...column, role: null, additive: summed.has(column.name) })),
    rows: execution.rows,
    question,
    title: titleOf(question),
    ordered: /\border\s+by\b/i.test(sql),
    complete: !execution.more,
  });
}
