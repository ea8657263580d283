import { type Analysis, claim, createUses, type Uses } from './analysis.ts';
import { fold } from './fold.ts';
import { refuse } from './refuse.ts';
import { readExpression, useColumn } from './resolve-expression.ts';
import { readTable } from './resolve-table.ts';
import { createScope, mergeSources, type OutputColumn, type QueryShape, type Scope } from './scope.ts';
import { allowFields, listOf, type Name, nameOf, nodeOf, type Tree } from './tree.ts';

const HINT = "Write PIVOT source ON column IN ('a', 'b') USING sum(x) GROUP BY y, or sum(x) FILTER (WHERE column = 'a').";

/** Reads `PIVOT source ON column IN (values) USING aggregate GROUP BY columns`. Without its values it would be two statements. */
export function readPivotStatement(analysis: Analysis, outer: Scope | null, body: Tree): QueryShape {
  if (body.unpivot === true) refuse('not_rewritable', 'UNPIVOT is not accepted.', 'UNPIVOT', 'Write one SELECT per column and UNION ALL.');
  allowFields('PIVOT', body, ['this', 'expressions', 'using', 'group']);
  const values = listOf(body.expressions).map((on) => pivotValues(on));
  const scope = createScope(outer);
  readSource(analysis, scope, body.this);
  const columns = scope.relations.flatMap((relation) => relation.columns);
  const uses = createUses();
  readExpression(body.expressions, scope, analysis, uses);
  const names = listOf(body.using).map((item) => readAggregate(item, scope, analysis, uses));
  const group = nodeOf(body.group);
  const kept = group
    ? readGroup(listOf(nodeOf(group.body.group ?? null)?.body.expressions ?? group.body.expressions), columns, scope, analysis)
    : unused(columns, uses);
  const sources = mergeSources([uses.sources]);
  const pivoted = (values.length === 1 ? (values[0] ?? []) : [null]).flatMap((value) =>
    names.map((name) => ({ name: pivotedName(value, name, names.length), sources, masked: false })),
  );
  return { outputs: [...kept, ...pivoted], rows: 'grouped' };
}

function readSource(analysis: Analysis, scope: Scope, source: unknown) {
  const node = nodeOf(source);
  if (node?.type === 'column') {
    // The parser takes the table's name for a column's. PIVOT takes a sub-query without an alias only.
    const reference = { name: node.body.name, schema: node.body.table, alias: null, catalog: null, column_aliases: [] };
    scope.relations.push(readTable(analysis, scope, reference, false));
  } else if (node?.type === 'subquery') {
    const shape = analysis.readQuery(source, scope.parent, analysis);
    scope.relations.push({ alias: null, columns: shape.outputs, rows: shape.rows, base: null, underOwnName: false, open: null });
  } else refuse('not_rewritable', 'This source of PIVOT is not accepted.', 'PIVOT', HINT);
}

/** The written-out values as they will name columns; null for a value that is not a plain literal. */
function pivotValues(on: unknown): readonly (string | null)[] {
  const node = nodeOf(on);
  if (node?.type !== 'in' || node.body.query || node.body.is_field === true)
    return refuse('not_rewritable', 'PIVOT needs its values written out.', 'PIVOT', HINT);
  return listOf(node.body.expressions).map((value) => {
    const literal = nodeOf(value);
    return literal?.type === 'literal' && typeof literal.body.value === 'string' ? literal.body.value : null;
  });
}

export function readAggregate(item: unknown, scope: Scope, analysis: Analysis, uses: Uses): Name | null {
  const node = nodeOf(item);
  if (node?.type !== 'alias') {
    readExpression(item, scope, analysis, uses);
    return null;
  }
  const alias = nameOf(node.body.alias);
  if (alias) claimAfterAs(analysis, alias);
  readExpression(node.body.this, scope, analysis, uses);
  return alias;
}

/** The parser does not say where these aliases stand: they follow the word AS. */
function claimAfterAs(analysis: Analysis, name: Name) {
  const tokens = [...analysis.tokenAt.values()];
  const place = tokens.findIndex(
    (token, i) => token.value === name.text && tokens[i - 1]?.text.toUpperCase() === 'AS' && !analysis.claimed.has(token.start),
  );
  const token = tokens[place];
  claim(analysis, { text: name.text, start: token?.start ?? -1, end: token?.end ?? -1 });
}

function readGroup(items: readonly unknown[], columns: readonly OutputColumn[], scope: Scope, analysis: Analysis): OutputColumn[] {
  readExpression(items, scope, analysis, createUses());
  return items.flatMap((item) => {
    const name = fold(nameOf(nodeOf(item)?.body.name)?.text ?? '');
    return columns.filter((column) => fold(column.name) === name);
  });
}

/** Without GROUP BY, PIVOT groups by whatever it does not use; a masked column among that would be grouped by. */
function unused(columns: readonly OutputColumn[], uses: Uses): OutputColumn[] {
  const used = new Set(uses.sources.map((source) => JSON.stringify(source)));
  const kept = columns.filter((column) => !column.sources.every((source) => used.has(JSON.stringify(source))));
  for (const column of kept) useColumn(column, createUses());
  return kept;
}

function pivotedName(value: string | null, name: Name | null, count: number): string {
  if (value === null) return '';
  return name && count > 0 ? `${value}_${name.text}` : value;
}
