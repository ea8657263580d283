import { type Analysis, claim, createUses, recordColumn, type Uses } from './analysis.ts';
import { figureOf } from './figure.ts';
import { fold } from './fold.ts';
import { refuse } from './refuse.ts';
import { resolveWithSchema } from './resolve-column.ts';
import { readColumn, readExpression } from './resolve-expression.ts';
import { mergeSources, type OutputColumn, type Relation, type Scope } from './scope.ts';
import { allowFields, listOf, type Name, nameOf, nodeOf, type Tree, type TreeNode, treeOf } from './tree.ts';

/** What one item of the select list puts out; several columns for a star. Only here may a masked column stand. */
export function readSelectItem(item: unknown, scope: Scope, analysis: Analysis, uses: Uses): { columns: OutputColumn[]; aliased: boolean } {
  const node = nodeOf(item);
  if (node?.type === 'star') {
    const aliased = listOf(node.body.rename).length > 0 || listOf(node.body.replace).length > 0;
    return { columns: expandStar(node.body, scope, analysis, uses), aliased };
  }
  if (node?.type !== 'alias') return { columns: [readValue(item, scope, analysis, uses)], aliased: false };
  allowFields('alias', node.body, ['this', 'alias']);
  const alias = nameOf(node.body.alias);
  if (!alias) return refuse('unknown_syntax', 'An alias could not be read.');
  claim(analysis, alias);
  return { columns: [{ ...readValue(node.body.this, scope, analysis, uses), name: alias.text }], aliased: true };
}

function readValue(value: unknown, scope: Scope, analysis: Analysis, uses: Uses): OutputColumn {
  const plain = plainColumn(nodeOf(value), scope, analysis);
  if (plain) return plain;
  const own = createUses();
  readExpression(value, scope, analysis, own);
  uses.aggregate ||= own.aggregate;
  const figure = figureOf(value, scope, analysis);
  return { name: '', sources: mergeSources([own.sources]), masked: false, ...(figure ? { figure } : {}) };
}

function plainColumn(node: TreeNode | null, scope: Scope, analysis: Analysis): OutputColumn | null {
  if (node?.type === 'paren') return plainColumn(nodeOf(node.body.this), scope, analysis);
  if (node?.type === 'column') return readColumn(node.body, scope, analysis);
  if (node?.type !== 'dot') return null;
  const inner = nodeOf(node.body.this);
  const [schema, table, column] = [nameOf(inner?.body.table), nameOf(inner?.body.name), nameOf(node.body.field)];
  return inner?.type === 'column' && schema && table && column ? resolveWithSchema(analysis, scope, schema, table, column) : null;
}

/** `*` stands for the readable columns, as the rewritten tables offer no others. */
function expandStar(body: Tree, scope: Scope, analysis: Analysis, uses: Uses): OutputColumn[] {
  allowFields('*', body, ['table', 'except', 'replace', 'rename']);
  const columns = starColumns(nameOf(body.table), scope, analysis);
  const left = new Set(listOf(body.except).map((name) => starName(nameOf(name), columns, analysis)));
  const replaced = new Map<string, OutputColumn>();
  for (const entry of listOf(body.replace)) {
    const alias = treeOf(entry);
    const name = starName(nameOf(alias?.alias), columns, analysis);
    replaced.set(name, readValue(alias?.this, scope, analysis, uses));
  }
  const renamed = new Map<string, string>();
  for (const pair of listOf(body.rename)) {
    const [from, to] = listOf(pair).map(nameOf);
    if (!to) return refuse('unknown_syntax', 'RENAME could not be read.', 'RENAME');
    claim(analysis, to);
    renamed.set(starName(from ?? null, columns, analysis), to.text);
  }
  return columns
    .filter((column) => !left.has(fold(column.name)))
    .map((column) => {
      const key = fold(column.name);
      return { ...(replaced.get(key) ?? column), name: renamed.get(key) ?? column.name };
    });
}

function starColumns(table: Name | null, scope: Scope, analysis: Analysis): OutputColumn[] {
  const relations = table ? relationsNamed(table, scope, analysis) : scope.relations;
  if (relations.length === 0) refuse('unknown_syntax', '* needs a FROM clause.', '*');
  const seen = new Set<string>();
  const columns = relations
    .flatMap((relation) => relation.columns)
    .filter((column) => {
      const key = fold(column.name);
      const repeats = !table && scope.merged.has(key) && seen.has(key);
      seen.add(key);
      return !repeats;
    });
  for (const column of columns) for (const source of column.sources) recordColumn(analysis, source);
  return columns;
}

function relationsNamed(table: Name, scope: Scope, analysis: Analysis): Relation[] {
  claim(analysis, table);
  const relations = scope.relations.filter((relation) => relation.alias === fold(table.text));
  if (relations.length === 0) refuse('unknown_column', `Nothing in FROM is called ${table.text}.`, `${table.text}.*`);
  return relations;
}

function starName(name: Name | null, columns: readonly OutputColumn[], analysis: Analysis): string {
  if (!name) return refuse('unknown_syntax', 'A column behind * could not be read.', '*');
  if (!columns.some((column) => fold(column.name) === fold(name.text)))
    refuse('unknown_column', `There is no column ${name.text} behind the star.`, name.text);
  claim(analysis, name);
  return fold(name.text);
}
