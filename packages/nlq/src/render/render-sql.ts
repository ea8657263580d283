import type { PlanColumn, PlanCondition, PlanExpression, PlanSource, QueryPlan } from '../plan.ts';
import type { SemanticModel } from '../semantic-model.ts';
import { sqlDialect } from './dialects.ts';
import { innerPlan, isLayered, layerNames, outerQuery } from './outer-query.ts';
import { RESERVED } from './reserved.ts';

/** Writes a plan as one SELECT of the model's dialect. @throws RangeError when the dialect is not written yet. */
export function renderSql(plan: QueryPlan, model: SemanticModel): string {
  const sql = sqlDialect(model.dialect);
  const types = new Map(
    model.tables.flatMap((table) => table.columns.map((column) => [`${table.schema}.${table.name}.${column.name}`, column] as const)),
  );
  const sources = new Map<string, PlanSource>();
  return query(plan);

  function query(current: QueryPlan): string {
    if (!isLayered(current)) return clauses(current).join('\n');
    const names = layerNames(current, model);
    return outerQuery(current, clauses(innerPlan(current, names)), names, sql, identifier);
  }

  function clauses(current: QueryPlan): readonly string[] {
    for (const source of [current.from, ...current.joins.map((join) => join.source)]) sources.set(source.id, source);
    const lone = current.joins.length === 0 ? current.from.id : null;
    const expression = (value: PlanExpression) => writeExpression(value, lone);
    const condition = (value: PlanCondition) => writeCondition(value, lone);
    const lines = [
      `SELECT ${current.distinct ? 'DISTINCT ' : ''}${current.select.map((item) => `${expression(item.expression)}${alias(item.expression, item.name)}`).join(', ')}`,
    ];
    lines.push(`FROM ${tableName(current.from)}${lone === null ? asAlias(current.from) : ''}`);
    for (const join of current.joins)
      lines.push(
        `${join.kind === 'left' ? 'LEFT ' : ''}JOIN ${tableName(join.source)}${asAlias(join.source)} ON ${join.on.map((pair) => `${column(pair.left, null)} = ${column(pair.right, null)}`).join(' AND ')}`,
      );
    if (current.where !== null) lines.push(`WHERE ${condition(current.where)}`);
    if (current.groupBy.length > 0) lines.push(`GROUP BY ${groupKeys(current.groupBy).map(expression).join(', ')}`);
    if (current.having !== null) lines.push(`HAVING ${condition(current.having)}`);
    if (current.orderBy.length > 0)
      lines.push(`ORDER BY ${current.orderBy.map((item) => `${expression(item.expression)}${item.descending ? ' DESC' : ''}`).join(', ')}`);
    if (current.limit !== null) lines.push(`LIMIT ${current.limit}${current.offset === undefined ? '' : ` OFFSET ${current.offset}`}`);
    return lines;
  }

  /** Without columns that the key of their table determines, where the dialect allows that. */
  function groupKeys(keys: readonly PlanExpression[]): readonly PlanExpression[] {
    if (!sql.keyDeterminesRow) return keys;
    const grouped = keys.filter((key): key is PlanColumn => key.kind === 'column');
    const whole = new Set(
      [...sources.values()]
        .filter((source) => {
          const primary = model.tables.find((table) => table.schema === source.schema && table.name === source.table)?.primaryKey ?? [];
          return primary.length > 0 && primary.every((name) => grouped.some((key) => key.source === source.id && key.column === name));
        })
        .map((source) => source.id),
    );
    const primaryOf = (id: string) =>
      model.tables.find((table) => table.name === sources.get(id)?.table && table.schema === sources.get(id)?.schema)?.primaryKey ?? [];
    return keys.filter((key) => key.kind !== 'column' || !whole.has(key.source) || primaryOf(key.source).includes(key.column));
  }

  function writeExpression(value: PlanExpression, lone: string | null): string {
    switch (value.kind) {
      case 'column':
        return column(value, lone);
      case 'count':
        return value.of === null ? 'COUNT(*)' : `COUNT(${value.distinct ? 'DISTINCT ' : ''}${writeExpression(value.of, lone)})`;
      case 'aggregate': {
        const of = writeExpression(value.of, lone);
        return `${value.fn.toUpperCase()}(${value.of.kind === 'column' && (value.fn === 'sum' || value.fn === 'avg' || value.fn === 'median') ? sql.numeric(of, typeOf(value.of)) : of})`;
      }
      case 'metric':
        return metric(value.source, value.name, lone);
      case 'grain':
        return sql.grain(value.grain, writeExpression(value.of, lone));
      case 'number':
        return String(value.value);
      case 'text':
        return sql.text(value.value);
      case 'date':
        return sql.date(value.value);
      case 'arithmetic': {
        const left = writeExpression(value.left, lone);
        const right = writeExpression(value.right, lone);
        return value.operator === '/' ? sql.divide(left, right) : `(${left} ${value.operator} ${right})`;
      }
      case 'share': {
        const of = writeExpression(value.of, lone);
        return sql.divide(of, `SUM(${of}) OVER ()`);
      }
      case 'earlier': {
        const { text, step } = ordinal(value.period, lone);
        const within = value.within.map((key) => writeExpression(key, lone)).join(', ');
        const back = value.back * step;
        // One row is that far back, or none is: a period without rows is not skipped.
        return `MAX(${writeExpression(value.of, lone)}) OVER (${within === '' ? '' : `PARTITION BY ${within} `}ORDER BY ${text} RANGE BETWEEN ${back} PRECEDING AND ${back} PRECEDING)`;
      }
      case 'running': {
        const within = value.within.map((key) => writeExpression(key, lone)).join(', ');
        return `SUM(${writeExpression(value.of, lone)}) OVER (${within === '' ? '' : `PARTITION BY ${within} `}ORDER BY ${writeExpression(value.period, lone)})`;
      }
      case 'place': {
        const keys = (list: readonly PlanExpression[]) => list.map((key) => writeExpression(key, lone)).join(', ');
        const orders = value.orderBy
          .map((order) => `${writeExpression(order.expression, lone)}${order.descending ? ' DESC' : ''}`)
          .join(', ');
        return `ROW_NUMBER() OVER (PARTITION BY ${keys(value.within)} ORDER BY ${orders})`;
      }
      case 'growth':
        throw new RangeError('growth is worked out over the groups, not within them');
      case 'filtered':
        return `${writeExpression(value.of, lone)} FILTER (WHERE ${writeCondition(value.where, lone)})`;
      case 'query':
        return `(${query(value.plan)})`;
      case 'overGroups': {
        const [figure] = value.plan.select;
        return `(SELECT ${value.fn.toUpperCase()}(${identifier(figure?.name ?? '')}) FROM (${query(value.plan)}) AS all_figures)`;
      }
    }
  }

  function ordinal(period: PlanExpression, lone: string | null): { text: string; step: number } {
    const key = writeExpression(period, lone);
    return period.kind === 'grain' ? sql.ordinal(period.grain, key, writeExpression(period.of, lone)) : { text: key, step: 1 };
  }

  function writeCondition(value: PlanCondition, lone: string | null): string {
    const expression = (inner: PlanExpression) => writeExpression(inner, lone);
    switch (value.kind) {
      case 'compare':
        return rowCondition(value, lone) ?? `${expression(value.left)} ${value.operator} ${expression(value.right)}`;
      case 'like': {
        const escaped = value.value;
        const pattern = `${value.match === 'starts' ? '' : '%'}${escaped}${value.match === 'ends' ? '' : '%'}`;
        return sql.like(expression(value.left), sql.text(pattern), value.negated);
      }
      case 'in':
        return `${expression(value.left)} ${value.negated ? 'NOT IN' : 'IN'} (${value.values.map((item) => (typeof item === 'number' ? String(item) : sql.text(item))).join(', ')})`;
      case 'between':
        return `${expression(value.left)} ${value.negated ? 'NOT BETWEEN' : 'BETWEEN'} ${expression(value.low)} AND ${expression(value.high)}`;
      case 'null':
        return `${expression(value.left)} IS ${value.negated ? 'NOT ' : ''}NULL`;
      case 'member':
        return member(value, lone);
      case 'period': {
        const left = expression(value.left);
        const parts = [
          value.from === null ? null : `${left} >= ${sql.date(value.from)}`,
          value.to === null ? null : `${left} < ${sql.date(value.to)}`,
        ].filter((part) => part !== null);
        return value.negated ? `NOT (${parts.join(' AND ')})` : parts.join(' AND ');
      }
      case 'metricFilter': {
        const filter = model.metrics.find((item) => item.name === value.name)?.filter;
        return filter == null ? '1 = 1' : `(${fill(filter, value.source, lone)})`;
      }
      case 'and':
      case 'or':
        return value.items
          .map((item) =>
            item.kind === 'or' || (item.kind === 'and' && value.kind === 'or') || (item.kind === 'period' && value.kind === 'or')
              ? `(${writeCondition(item, lone)})`
              : writeCondition(item, lone),
          )
          .join(value.kind === 'and' ? ' AND ' : ' OR ');
      case 'not':
        return `NOT (${writeCondition(value.item, lone)})`;
    }
  }

  /** A row that points to nothing is among none: without its test, NOT IN leaves out what is NULL. */
  function member({ left, negated, plan: inner }: Extract<PlanCondition, { kind: 'member' }>, lone: string | null): string {
    const of = writeExpression(left, lone);
    if (!negated) return `${of} IN (${query(inner)})`;
    const none = `${of} NOT IN (${query(inner)})`;
    return left.kind === 'column' && pointsElsewhere(left) ? `(${of} IS NULL OR ${none})` : none;
  }

  /** A foreign key, which may hold nothing. */
  function pointsElsewhere({ source, column: name }: PlanColumn): boolean {
    const { schema = '', table = '' } = sources.get(source) ?? {};
    const names = [table, `${schema}.${table}`];
    const key = model.tables.find((one) => one.schema === schema && one.name === table)?.primaryKey ?? [];
    return !key.includes(name) && model.joins.some(({ from }) => names.includes(from.table) && from.columns.includes(name));
  }

  function metric(source: string, name: string, lone: string | null): string {
    const found = model.metrics.find((item) => item.name === name);
    if (found === undefined) throw new RangeError(`no metric ${name}`);
    return fill(found.expression, source, lone);
  }

  function fill(template: string, source: string, lone: string | null): string {
    return template.replace(/\{([^}]+)\}/g, (_, name: string) => column({ kind: 'column', source, column: name }, lone));
  }

  /** "late", "not late": the condition itself. Rows of which it is not known are not late. */
  function rowCondition({ left, operator, right }: Extract<PlanCondition, { kind: 'compare' }>, lone: string | null): string | null {
    const computed = left.kind === 'column' ? columnOf(left)?.computed : undefined;
    if (left.kind !== 'column' || computed?.from !== 'condition' || right.kind !== 'number') return null;
    if (operator !== '=' && operator !== '!=') return null;
    const filter = fill(computed.expression, left.source, lone);
    return (operator === '=') === (right.value === 1) ? `(${filter})` : `NOT COALESCE(${filter}, FALSE)`;
  }

  function column(value: PlanColumn, lone: string | null): string {
    const computed = columnOf(value)?.computed;
    if (computed?.from === 'condition') return `COALESCE(${fill(computed.expression, value.source, lone)}, FALSE)`;
    if (computed !== undefined) return `(${fill(computed.expression, value.source, lone)})`;
    return value.source === lone ? identifier(value.column) : `${identifier(value.source)}.${identifier(value.column)}`;
  }

  function typeOf(value: PlanColumn): string {
    return columnOf(value)?.nativeType ?? '';
  }

  function columnOf(value: PlanColumn) {
    const source = sources.get(value.source);
    return source === undefined ? undefined : types.get(`${source.schema}.${source.table}.${value.column}`);
  }

  function tableName(source: PlanSource): string {
    return source.schema === '' || source.schema === sql.defaultSchema
      ? identifier(source.table)
      : `${identifier(source.schema)}.${identifier(source.table)}`;
  }

  function asAlias(source: PlanSource): string {
    return source.id === source.table ? '' : ` AS ${identifier(source.id)}`;
  }

  function alias(value: PlanExpression, name: string): string {
    return value.kind === 'column' && value.column === name && columnOf(value)?.computed === undefined ? '' : ` AS ${identifier(name)}`;
  }

  function identifier(name: string): string {
    return /^[a-z_][a-z0-9_]*$/i.test(name) && !RESERVED.has(name.toLowerCase()) ? name : sql.quote(name);
  }
}
