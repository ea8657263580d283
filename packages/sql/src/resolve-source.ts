import { type Analysis, claim, refuseShadowing } from './analysis.ts';
import { fold } from './fold.ts';
import { createJoinGraph, type JoinGraph } from './join-graph.ts';
import { refuse } from './refuse.ts';
import { renameColumns } from './rename-columns.ts';
import { readPivot } from './resolve-pivot.ts';
import { readTable } from './resolve-table.ts';
import type { Relation, Scope } from './scope.ts';
import { readTableFunction } from './table-function.ts';
import { allowFields, listOf, type Name, nameOf, nodeOf, type Tree, treeOf } from './tree.ts';

const JOIN_FIELDS = ['this', 'on', 'using', 'kind', 'use_inner_keyword', 'use_outer_keyword', 'deferred_condition', 'nesting_group'];
const CROSS_JOINS = new Set(['Cross', 'Implicit']);
const NATURAL_JOINS = new Set(['Natural', 'NaturalLeft', 'NaturalRight', 'NaturalFull']);
const CONDITION_JOINS = new Set(['Inner', 'Left', 'Right', 'Full', 'Outer', 'AsOf', 'AsOfLeft', 'AsOfRight']);
/** Joins that only test for a match: the right side is gone afterwards. */
const TEST_JOINS = new Set(['Semi', 'Anti', 'LeftSemi', 'LeftAnti']);

/** Reads FROM and its joins into the scope; the graph also takes the conditions of WHERE before it is asked. */
export function readFrom(analysis: Analysis, scope: Scope, from: Tree | null, joins: unknown): JoinGraph {
  const graph = createJoinGraph(analysis, scope);
  if (from) {
    allowFields('FROM', from, ['expressions']);
    for (const source of listOf(from.expressions)) readSource(analysis, scope, source, graph);
  }
  for (const join of listOf(joins)) readJoin(analysis, scope, treeOf(join), graph);
  return graph;
}

function readSource(analysis: Analysis, scope: Scope, value: unknown, graph: JoinGraph): Relation[] {
  const node = nodeOf(value);
  switch (node?.type) {
    case 'table':
      return [add(scope, readTable(analysis, scope, node.body))];
    case 'subquery':
      return [readDerived(analysis, scope, node.body, graph)];
    case 'values':
      return [add(scope, readListedRows(analysis, scope, node.body))];
    case 'pivot':
      return [
        add(
          scope,
          readPivot(analysis, scope, node.body, (inner, innerScope) => readSource(analysis, innerScope, inner, graph)),
        ),
      ];
    case 'paren':
      return readSource(analysis, scope, node.body.this, graph);
    case 'joined_table': {
      allowFields('joined table', node.body, ['left', 'joins']);
      const left = readSource(analysis, scope, node.body.left, graph);
      return [...left, ...listOf(node.body.joins).flatMap((join) => readJoin(analysis, scope, treeOf(join), graph))];
    }
    case 'unpivot':
      return refuse('not_rewritable', 'UNPIVOT is not accepted.', 'UNPIVOT', 'Write one SELECT per column and UNION ALL.');
    case 'alias':
    case 'function':
    case 'unnest':
      return [addLateral(scope, graph, () => readTableFunction(analysis, scope, node))];
    default:
      return refuse(
        'unknown_syntax',
        'This kind of source is not accepted in FROM.',
        node?.type ?? null,
        'Name a table or write a sub-query.',
      );
  }
}

function readJoin(analysis: Analysis, scope: Scope, join: Tree | null, graph: JoinGraph): Relation[] {
  if (!join) return refuse('unknown_syntax', 'This join could not be read.');
  allowFields('join', join, JOIN_FIELDS);
  const kind = String(join.kind);
  const known = CROSS_JOINS.has(kind) || NATURAL_JOINS.has(kind) || CONDITION_JOINS.has(kind) || TEST_JOINS.has(kind);
  if (!known) refuse('unknown_syntax', `This kind of join is not accepted (${kind}).`, kind, 'Use JOIN … ON or JOIN … USING.');
  const before = [...scope.relations];
  const added = readSource(analysis, scope, join.this, graph);
  const using = listOf(join.using).map(nameOf);
  for (const name of using) if (name) mergeColumn(analysis, scope, name, before, added, graph);
  if (NATURAL_JOINS.has(kind)) mergeShared(scope, before, added, graph);
  if (join.on) graph.readCondition(join.on);
  if (TEST_JOINS.has(kind)) {
    graph.refuseCartesian();
    for (const relation of added) scope.relations.splice(scope.relations.indexOf(relation), 1);
  }
  return added;
}

/** JOIN … USING (name): compares the column on both sides. */
function mergeColumn(
  analysis: Analysis,
  scope: Scope,
  name: Name,
  before: readonly Relation[],
  added: readonly Relation[],
  graph: JoinGraph,
) {
  claim(analysis, name);
  const wanted = fold(name.text);
  const left = before.filter((relation) => hasColumn(relation, wanted));
  const right = added.filter((relation) => hasColumn(relation, wanted));
  if (left.length === 0 || right.length === 0) {
    const hidden = [...before, ...added].some((relation) => relation.base?.hidden.has(wanted));
    refuse(hidden ? 'hidden_column' : 'unknown_column', `USING needs the column ${name.text} on both sides.`, name.text);
  }
  mergeNamed(scope, wanted, [...left, ...right], graph);
}

function mergeShared(scope: Scope, before: readonly Relation[], added: readonly Relation[], graph: JoinGraph) {
  const shared = added
    .flatMap((relation) => relation.columns.map((column) => fold(column.name)))
    .filter((name) => before.some((relation) => hasColumn(relation, name)));
  for (const name of shared)
    mergeNamed(
      scope,
      name,
      [...before, ...added].filter((relation) => hasColumn(relation, name)),
      graph,
    );
}

function mergeNamed(scope: Scope, wanted: string, relations: readonly Relation[], graph: JoinGraph) {
  const masked = relations.flatMap((relation) => relation.columns).find((column) => fold(column.name) === wanted && column.masked);
  if (masked) refuse('masked_column', `${masked.name} is masked and may not be joined on.`, masked.name, 'Join on another column.');
  scope.merged.add(wanted);
  graph.tie(relations);
}

function readDerived(analysis: Analysis, scope: Scope, body: Tree, graph: JoinGraph): Relation {
  allowFields('sub-query', body, ['this', 'alias', 'column_aliases', 'order_by', 'limit', 'offset', 'lateral', 'modifiers_inside']);
  const alias = nameOf(body.alias);
  if (alias) {
    claim(analysis, alias);
    refuseShadowing(analysis, alias);
  }
  const seesSiblings = body.lateral === true || analysis.rules.implicitLateral;
  return addLateral(scope, graph, () => {
    const shape = analysis.readQuery(
      { subquery: { ...body, alias: null, column_aliases: [], lateral: false } },
      seesSiblings ? scope : scope.parent,
      analysis,
    );
    const columns = renameColumns(analysis, shape.outputs, body.column_aliases);
    return { alias: alias ? fold(alias.text) : null, columns, rows: shape.rows, base: null, underOwnName: false, open: null };
  });
}

/** `VALUES (1), (2)` without brackets; the parser gives it an alias of its own. */
function readListedRows(analysis: Analysis, scope: Scope, body: Tree): Relation {
  const alias = nameOf(body.alias);
  if (alias && alias.start >= 0) {
    claim(analysis, alias);
    refuseShadowing(analysis, alias);
  }
  const shape = analysis.readQuery({ values: { expressions: body.expressions } }, scope.parent, analysis);
  const columns = renameColumns(analysis, shape.outputs, body.column_aliases);
  return { alias: alias ? fold(alias.text) : null, columns, rows: shape.rows, base: null, underOwnName: false, open: null };
}

/** A source that may mention the ones before it is tied to those. */
function addLateral(scope: Scope, graph: JoinGraph, read: () => Relation): Relation {
  scope.touched.clear();
  const relation = read();
  const mentioned = [...scope.touched];
  add(scope, relation);
  if (mentioned.length > 0) graph.tie([...mentioned, relation]);
  return relation;
}

function add(scope: Scope, relation: Relation): Relation {
  const taken = relation.alias !== null && scope.relations.some((other) => other.alias === relation.alias);
  if (taken) refuse('ambiguous_column', `Two sources of FROM are called ${relation.alias}.`, relation.alias, 'Give each its own alias.');
  scope.relations.push(relation);
  return relation;
}

function hasColumn(relation: Relation, folded: string): boolean {
  return relation.columns.some((column) => fold(column.name) === folded);
}
