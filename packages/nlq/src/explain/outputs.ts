import type { Language } from '@majed-vanna/contract';
import { same } from '../assemble/expression.ts';
import type { PlanOutput } from '../engine.ts';
import type { PlanExpression, QueryPlan } from '../plan.ts';
import type { SemanticModel } from '../semantic-model.ts';
import { createModelNames, type ModelNames, type ValueFormat } from './model-names.ts';
import { sayExpression } from './say-expression.ts';

/** Per output column how to label, format and draw it. */
export function outputsOf(plan: QueryPlan, model: SemanticModel, language: Language): PlanOutput[] {
  const names = createModelNames(model, plan, language);
  const aggregated = plan.select.some((item) => roleOf(item.expression, names, false) === 'measure');
  return plan.select.map((item) => {
    const { text } = sayExpression(item.expression, names, item.counts);
    return {
      name: item.name,
      label: capital(text),
      role: roleOf(item.expression, names, aggregated || plan.groupBy.length > 0),
      ...formatOf(item.expression, names),
    };
  });
}

function roleOf(expression: PlanExpression, names: ModelNames, grouped: boolean): PlanOutput['role'] {
  switch (expression.kind) {
    case 'column': {
      const column = names.columnOf(expression.source, expression.column);
      const timed =
        column?.kind === 'date' ||
        column?.kind === 'timestamp' ||
        (column?.kind === 'integer' && /(^|_)year$|Year$/.test(expression.column));
      return timed ? (grouped ? 'time' : 'detail') : grouped ? 'dimension' : 'detail';
    }
    case 'grain':
      return expression.grain === 'weekday' || expression.grain === 'hour' ? 'dimension' : 'time';
    case 'number':
    case 'text':
    case 'date':
      return 'detail';
    default:
      return 'measure';
  }
}

function formatOf(expression: PlanExpression, names: ModelNames): ValueFormat {
  switch (expression.kind) {
    case 'column': {
      const column = names.columnOf(expression.source, expression.column);
      return { format: column?.format ?? null, currency: column?.currency ?? null };
    }
    case 'count':
      return { format: 'integer', currency: null };
    case 'aggregate': {
      const of = formatOf(expression.of, names);
      return (expression.fn === 'avg' || expression.fn === 'median') && (of.format === 'integer' || of.format === null)
        ? { format: 'number', currency: of.currency }
        : of.format === null
          ? { format: 'number', currency: null }
          : of;
    }
    case 'metric': {
      const metric = names.metric(expression.name);
      return { format: metric?.format ?? 'number', currency: metric?.currency ?? null };
    }
    case 'earlier':
    case 'running':
      return formatOf(expression.of, names);
    case 'growth':
    case 'share':
      return { format: 'percent', currency: null };
    case 'filtered':
      return formatOf(expression.of, names);
    case 'arithmetic':
      return isPart(expression) ? { format: 'percent', currency: null } : formatOfArithmetic(expression, names);
    case 'query': {
      const [item] = expression.plan.select;
      return item === undefined ? { format: null, currency: null } : formatOf(item.expression, names);
    }
    default:
      return { format: null, currency: null };
  }
}

/** Money stays money when money is added to it, and when it is multiplied with or divided by what is none. */
function formatOfArithmetic({ operator, left, right }: Extract<PlanExpression, { kind: 'arithmetic' }>, names: ModelNames): ValueFormat {
  const money = [left, right].map((side) => formatOf(side, names)).map(({ format, currency }) => (format === 'currency' ? currency : null));
  const [before, behind] = money;
  const added = operator === '+' || operator === '-';
  const held = added ? before === behind : operator === '*' ? !before || !behind : !behind;
  const currency = held ? (before ?? behind ?? null) : null;
  return { format: currency ? 'currency' : 'number', currency };
}

/** Some of the rows over all of them. */
function isPart(expression: PlanExpression): boolean {
  return (
    expression.kind === 'arithmetic' &&
    expression.operator === '/' &&
    expression.left.kind === 'filtered' &&
    same(expression.left.of, expression.right)
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
