import { type Analysis, claim, createUses, type Uses } from './analysis.ts';
import { fold } from './fold.ts';
import { isPlain } from './plain-read.ts';
import { refuse } from './refuse.ts';
import { readExpression, readOver } from './resolve-expression.ts';
import { readFrom } from './resolve-source.ts';
import { readOrder, readPlacedExpression, refuseDistinct, refuseMasked } from './result-order.ts';
import { createScope, largerEstimate, type OutputColumn, type QueryShape, type RowEstimate, type Scope } from './scope.ts';
import { readSelectItem } from './select-item.ts';
import { allowFields, isEmpty, listOf, nameOf, type Tree, treeOf } from './tree.ts';

const FIELDS = [
  'expressions',
  'from',
  'joins',
  'where_clause',
  'group_by',
  'having',
  'qualify',
  'order_by',
  'limit',
  'offset',
  'fetch',
  'distinct',
  'distinct_on',
  'windows',
  'qualify_after_window',
  'sample',
];

/** Reads one SELECT. Its LIMIT and WITH are the caller's. */
export function readSelect(body: Tree, outer: Scope | null, analysis: Analysis): QueryShape {
  allowFields('SELECT', body, FIELDS);
  analysis.selects += 1;
  const scope = createScope(outer);
  const graph = readFrom(analysis, scope, treeOf(body.from), body.joins);
  readWindowNames(body, analysis);
  const uses = createUses();
  const outputs = readSelectList(body, scope, analysis, uses);
  const where = treeOf(body.where_clause);
  const filter = createUses();
  if (where) graph.readCondition(where.this, filter);
  graph.refuseCartesian();
  for (const spec of listOf(body.windows)) readOver(treeOf(treeOf(spec)?.spec), scope, analysis, createUses());
  readGrouping(treeOf(body.group_by), outputs, scope, analysis);
  for (const field of ['having', 'qualify']) readExpression(treeOf(body[field])?.this, scope, analysis, uses);
  if (body.distinct_on) for (const item of listOf(body.distinct_on)) readPlacedExpression(item, outputs, scope, analysis);
  else if (body.distinct === true) refuseDistinct(outputs);
  readSample(treeOf(body.sample), scope, analysis);
  readOrder(body.order_by, outputs, scope, analysis);
  const told = isPlain(body) && (!where || filter.sources.length > 0);
  return { outputs, rows: estimateRows(body, scope, uses), ...(told ? { filteredBy: filter.sources } : {}) };
}

function readSelectList(body: Tree, scope: Scope, analysis: Analysis, uses: Uses): OutputColumn[] {
  const items = listOf(body.expressions);
  if (items.length === 0) refuse('unparsable', 'The select list is empty.', 'SELECT');
  const outputs: OutputColumn[] = [];
  for (const item of items) {
    const { columns, aliased } = readSelectItem(item, scope, analysis, uses);
    outputs.push(...columns);
    // A later item, WHERE, GROUP BY and ORDER BY may speak of the alias.
    if (aliased) for (const column of columns) scope.aliases.set(fold(column.name), column);
  }
  return outputs.map((output, i) => (output.name === '' ? { ...output, name: `column${i + 1}` } : output));
}

function readWindowNames(body: Tree, analysis: Analysis) {
  for (const window of listOf(body.windows)) {
    const name = nameOf(treeOf(window)?.name);
    if (name) claim(analysis, name);
  }
}

function readGrouping(group: Tree | null, outputs: readonly OutputColumn[], scope: Scope, analysis: Analysis) {
  if (!group) return;
  allowFields('GROUP BY', group, ['expressions', 'all']);
  if (group.all === true) refuseMasked(outputs);
  for (const item of listOf(group.expressions)) readPlacedExpression(item, outputs, scope, analysis);
}

function readSample(sample: Tree | null, scope: Scope, analysis: Analysis) {
  if (!sample) return;
  if (!analysis.rules.sampling) refuse('unknown_syntax', 'Sampling is not accepted.', 'SAMPLE');
  readExpression([sample.size, sample.seed], scope, analysis, createUses());
}

function estimateRows(body: Tree, scope: Scope, uses: Uses): RowEstimate {
  const grouped = treeOf(body.group_by);
  if (!grouped && uses.aggregate) return 'one';
  if (scope.relations.length === 0) return 'one';
  if (grouped || body.distinct === true || !isEmpty(body.distinct_on)) return 'grouped';
  return scope.relations.map((relation) => relation.rows).reduce(largerEstimate, 'one');
}
