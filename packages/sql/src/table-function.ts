import { type Analysis, claim, createUses, refuseShadowing } from './analysis.ts';
import { fold } from './fold.ts';
import { refuse } from './refuse.ts';
import { readExpression } from './resolve-expression.ts';
import type { Relation, Scope } from './scope.ts';
import { allowFields, listOf, nameOf, nodeOf, type TreeNode } from './tree.ts';

/** Reads `unnest(list)` or a short number series in FROM; every other table function is refused. */
export function readTableFunction(analysis: Analysis, scope: Scope, node: TreeNode): Relation {
  const body = node.body;
  const call = node.type === 'alias' ? nodeOf(body.this) : node;
  const alias = node.type === 'alias' ? nameOf(body.alias) : null;
  if (node.type === 'alias') allowFields('table function', body, ['this', 'alias', 'column_aliases']);
  const name = call?.type === 'unnest' ? 'unnest' : String(call?.body.name ?? call?.type).toLowerCase();
  if (!call || !analysis.rules.tableFunctions.has(name))
    return refuse('table_function', `The table function ${name} is not accepted.`, name, 'Name a table or write a sub-query.');
  if (alias) {
    claim(analysis, alias);
    refuseShadowing(analysis, alias);
  }
  const uses = createUses();
  readExpression({ [call.type]: call.body }, scope, analysis, uses);
  const aliases = listOf(body.column_aliases).map(nameOf);
  const columns = (node.type === 'alias' && aliases.length > 0 ? aliases : []).map((column) => {
    if (!column) return refuse('unknown_syntax', 'A column alias could not be read.');
    claim(analysis, column);
    return { name: column.text, sources: uses.sources, masked: false };
  });
  const own = { name, sources: uses.sources, masked: false };
  return {
    alias: fold(alias?.text ?? name),
    columns: columns.length > 0 ? columns : [own],
    rows: 'grouped',
    base: null,
    underOwnName: false,
    open: 'fields',
  };
}
