import type { ColumnReference } from '@majed-vanna/contract';
import type { PlanExpression, PlanSource, QueryPlan, SemanticModel } from '@majed-vanna/nlq';
import type { Figure, GuardVerdict } from '@majed-vanna/sql';

type Read = Pick<Extract<GuardVerdict, { verdict: 'allow' }>, 'figures' | 'lineage'>;

/**
 * As much of a plan as an allowed statement shows of itself: what its outputs are worked out from, to be named and formatted
 * as the engine's own. An output that is not told is the text of its name. Never to be run or gone on from.
 */
export function planOfFigures({ figures, lineage }: Read, { metrics }: Pick<SemanticModel, 'metrics'>): QueryPlan {
  const sources = lineage.tables.map(({ schema, table }): PlanSource => ({ id: `${schema}.${table}`, schema, table }));
  const [from = { id: '', schema: '', table: '' }, ...joined] = sources;
  const select = figures.map((figure, index) => {
    const name = lineage.outputs[index]?.name ?? '';
    if (figure === null) return { name, expression: { kind: 'text', value: name } as const };
    const expression = metricOf(figure, metrics) ?? expressionOf(figure);
    return joined.length === 0 ? { name, expression, counts: from } : { name, expression };
  });
  const summed = figures.some((figure) => figure !== null && aggregates(figure));
  return {
    version: 1,
    from,
    joins: joined.map((source) => ({ kind: 'inner', source, on: [] })),
    distinct: false,
    select,
    where: null,
    groupBy: summed ? select.flatMap(({ expression }, index) => (isKey(figures[index] ?? null) ? [expression] : [])) : [],
    having: null,
    orderBy: [],
    limit: null,
  };
}

/** Whether it makes one figure of many rows. */
function aggregates(figure: Figure): boolean {
  switch (figure.kind) {
    case 'count':
    case 'aggregate':
      return true;
    case 'arithmetic':
      return aggregates(figure.left) || aggregates(figure.right);
    case 'grain':
      return aggregates(figure.of);
    default:
      return false;
  }
}

function isKey(figure: Figure | null): boolean {
  return figure?.kind === 'column' || figure?.kind === 'grain';
}

function expressionOf(figure: Figure): PlanExpression {
  switch (figure.kind) {
    case 'column':
      return { kind: 'column', source: idOf(figure.column), column: figure.column.column };
    case 'number':
      return figure;
    case 'count':
      return { ...figure, of: figure.of && expressionOf(figure.of) };
    case 'aggregate':
      // The total of totals is the total; an average or a median of such is another figure.
      return figure.fn !== 'avg' && figure.fn !== 'median' && figure.of.kind === 'aggregate' && figure.of.fn === figure.fn
        ? expressionOf(figure.of)
        : { ...figure, of: expressionOf(figure.of) };
    case 'grain':
      return { ...figure, of: expressionOf(figure.of) };
    case 'arithmetic':
      return { ...figure, left: expressionOf(figure.left), right: expressionOf(figure.right) };
  }
}

/** The metric of just this calculation. One that leaves rows out is another: what a statement leaves out is not told here. */
function metricOf(figure: Figure, metrics: SemanticModel['metrics']): PlanExpression | null {
  if (!aggregates(figure)) return null;
  const table = tableOf(figure);
  const written = textOf(figure);
  const metric = metrics.find((one) => one.filter === null && one.table === table && plainText(one.expression) === written);
  return metric && table ? { kind: 'metric', source: table, name: metric.name } : null;
}

/** Where all of its columns are of one table. */
function tableOf(figure: Figure): string | null {
  const tables = new Set(columnsOf(figure).map(idOf));
  const [only] = tables;
  return tables.size === 1 && only !== undefined ? only : null;
}

function columnsOf(figure: Figure): ColumnReference[] {
  switch (figure.kind) {
    case 'column':
      return [figure.column];
    case 'number':
      return [];
    case 'arithmetic':
      return [...columnsOf(figure.left), ...columnsOf(figure.right)];
    default:
      return figure.of ? columnsOf(figure.of) : [];
  }
}

/** As metrics are commonly written: lower case, brackets only where they change something, no spaces. */
function textOf(figure: Figure): string {
  switch (figure.kind) {
    case 'column':
      return figure.column.column.toLowerCase();
    case 'number':
      return String(figure.value);
    case 'count':
      return figure.of ? `count(${figure.distinct ? 'distinct' : ''}${textOf(figure.of)})` : 'count(*)';
    case 'aggregate':
      return `${figure.fn}(${textOf(figure.of)})`;
    case 'grain':
      return `date_trunc('${figure.grain}',${textOf(figure.of)})`;
    case 'arithmetic': {
      const tight = figure.operator === '*' || figure.operator === '/';
      const side = (part: Figure, behind: boolean) =>
        part.kind === 'arithmetic' && (behind || (tight && '+-'.includes(part.operator))) ? `(${textOf(part)})` : textOf(part);
      return `${side(figure.left, false)}${figure.operator}${side(figure.right, true)}`;
    }
  }
}

function plainText(expression: string): string {
  return expression.replace(/[\s{}]/g, '').toLowerCase();
}

function idOf({ schema, table }: ColumnReference): string {
  return `${schema}.${table}`;
}
