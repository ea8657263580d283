import { type Analysis, createUses } from './analysis.ts';
import { fold } from './fold.ts';
import { refuse } from './refuse.ts';
import { readExpression } from './resolve-expression.ts';
import { readPivotStatement } from './resolve-pivot-statement.ts';
import { readSelect } from './resolve-select.ts';
import { readWith } from './resolve-with.ts';
import { readOrder } from './result-order.ts';
import { createScope, largerEstimate, mergeSources, type OutputColumn, type QueryShape, type Scope, smallerEstimate } from './scope.ts';
import { allowFields, isTree, listOf, literalNumber, nodeOf, type Tree, treeOf } from './tree.ts';

const SET_FIELDS = ['left', 'right', 'all', 'distinct', 'with', 'order_by', 'limit', 'offset', 'by_name'];
const MAX_FEW = 100;

/** Reads a query wherever one may stand, and tells what it puts out. */
export function readQuery(value: unknown, outer: Scope | null, analysis: Analysis): QueryShape {
  const node = nodeOf(value);
  switch (node?.type) {
    case 'select': {
      const scope = readWith(treeOf(node.body.with), outer, analysis, readSetOperation);
      return limited(node.body, readSelect({ ...node.body, with: null }, scope, analysis), outer, analysis);
    }
    case 'union':
    case 'intersect':
    case 'except':
      return readSetOperation(node.type, node.body, outer, analysis, () => undefined);
    case 'subquery':
      return readBrackets(node.body, outer, analysis);
    case 'pivot':
      return readPivotStatement(analysis, outer, node.body);
    case 'values':
      return readValues(node.body, outer, analysis);
    default:
      return refuse('not_a_query', 'Only SELECT, WITH and set operations are accepted.', node?.type ?? null, 'Send one SELECT.');
  }
}

/** `between` sees the left side before the right is read: the right side of a recursive query names itself. */
function readSetOperation(
  type: string,
  body: Tree,
  outer: Scope | null,
  analysis: Analysis,
  between: (left: QueryShape, scope: Scope | null) => void,
): QueryShape {
  allowFields(type.toUpperCase(), body, SET_FIELDS);
  const scope = readWith(treeOf(body.with), outer, analysis, readSetOperation);
  const left = readQuery(body.left, scope, analysis);
  between(left, scope);
  const right = readQuery(body.right, scope, analysis);
  const outputs = body.by_name === true ? unionByName(left.outputs, right.outputs) : unionByPlace(left.outputs, right.outputs, type);
  const compares = type !== 'union' || body.all !== true;
  const masked = outputs.find((output) => output.masked);
  if (compares && masked)
    refuse(
      'masked_column',
      `${type.toUpperCase()} compares rows, and ${masked.name} is masked.`,
      masked.name,
      'Use UNION ALL, or leave the column out.',
    );
  const ordering = createScope(scope);
  for (const output of outputs) ordering.aliases.set(fold(output.name), output);
  readOrder(body.order_by, outputs, ordering, analysis);
  return limited(body, { outputs, rows: [left.rows, right.rows, 'few' as const].reduce(largerEstimate) }, scope, analysis);
}

function readBrackets(body: Tree, outer: Scope | null, analysis: Analysis): QueryShape {
  allowFields('sub-query', body, ['this', 'order_by', 'limit', 'offset', 'modifiers_inside']);
  const shape = readQuery(body.this, outer, analysis);
  const ordering = createScope(outer);
  for (const output of shape.outputs) ordering.aliases.set(fold(output.name), output);
  readOrder(body.order_by, shape.outputs, ordering, analysis);
  return limited(body, shape, outer, analysis);
}

function readValues(body: Tree, outer: Scope | null, analysis: Analysis): QueryShape {
  allowFields('VALUES', body, ['expressions']);
  const rows = listOf(body.expressions).map((row) => listOf(treeOf(row)?.expressions));
  const uses = createUses();
  readExpression(rows, createScope(outer), analysis, uses);
  const outputs = (rows[0] ?? []).map((_, i) => ({ name: analysis.rules.valuesColumn(i), sources: uses.sources, masked: false }));
  return { outputs, rows: 'few' };
}

/** LIMIT and OFFSET of any query; a written-out limit makes it small. */
function limited(body: Tree, shape: QueryShape, outer: Scope | null, analysis: Analysis): QueryShape {
  const scope = createScope(outer);
  const limit = limitOf(body.limit) ?? treeOf(body.fetch)?.count;
  const name = treeOf(nodeOf(limit)?.body.name)?.name;
  if (limit && !(typeof name === 'string' && name.toUpperCase() === 'ALL')) readExpression(limit, scope, analysis, createUses());
  readExpression(treeOf(body.offset)?.this ?? body.offset, scope, analysis, createUses());
  const count = literalNumber(limit);
  if (count === null || treeOf(body.limit)?.percent === true) return shape;
  if (count <= 1) return { ...shape, rows: 'one' };
  return count <= MAX_FEW ? { ...shape, rows: smallerEstimate(shape.rows, 'few') } : shape;
}

/** A set operation holds the expression itself; a SELECT wraps it. */
function limitOf(limit: unknown): unknown {
  return isTree(limit) && 'this' in limit ? limit.this : limit;
}

function unionByPlace(left: readonly OutputColumn[], right: readonly OutputColumn[], type: string): OutputColumn[] {
  if (left.length !== right.length)
    refuse(
      'unknown_column',
      `Both sides of ${type.toUpperCase()} need the same number of columns (${left.length} and ${right.length}).`,
      type,
    );
  return left.map((output, i) => combine(output, right[i]));
}

function unionByName(left: readonly OutputColumn[], right: readonly OutputColumn[]): OutputColumn[] {
  const names = new Set(left.map((output) => fold(output.name)));
  const added = right.filter((output) => !names.has(fold(output.name)));
  return [
    ...left.map((output) =>
      combine(
        output,
        right.find((other) => fold(other.name) === fold(output.name)),
      ),
    ),
    ...added,
  ];
}

function combine(output: OutputColumn, other: OutputColumn | undefined): OutputColumn {
  return other
    ? { name: output.name, sources: mergeSources([output.sources, other.sources]), masked: output.masked || other.masked }
    : output;
}
