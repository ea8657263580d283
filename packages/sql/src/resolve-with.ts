import { type Analysis, claim, refuseShadowing } from './analysis.ts';
import { fold } from './fold.ts';
import { refuseUnboundedRecursion } from './recursion-bound.ts';
import { refuse } from './refuse.ts';
import { renameColumns } from './rename-columns.ts';
import { type CommonTable, createScope, type QueryShape, type Scope } from './scope.ts';
import { allowFields, listOf, nameOf, nodeOf, type Tree, treeOf } from './tree.ts';

type ReadSetOperation = (
  type: string,
  body: Tree,
  outer: Scope | null,
  analysis: Analysis,
  between: (left: QueryShape, scope: Scope | null) => void,
) => QueryShape;

/** Reads WITH and returns the scope in which its tables are known; the outer scope itself when there is no WITH. */
export function readWith(clause: Tree | null, outer: Scope | null, analysis: Analysis, readSetOperation: ReadSetOperation): Scope | null {
  if (!clause) return outer;
  allowFields('WITH', clause, ['ctes', 'recursive']);
  const scope = createScope(outer);
  for (const entry of listOf(clause.ctes)) {
    const body = treeOf(entry);
    if (!body) return refuse('unknown_syntax', 'WITH could not be read.', 'WITH');
    readCommonTable(body, clause.recursive === true || analysis.rules.implicitRecursion);
  }
  return scope;

  function readCommonTable(body: Tree, mayRecur: boolean) {
    allowFields('WITH', body, ['alias', 'this', 'columns', 'materialized', 'alias_first']);
    const name = nameOf(body.alias);
    if (!name) return refuse('unknown_syntax', 'WITH needs a name.', 'WITH');
    claim(analysis, name);
    refuseShadowing(analysis, name);
    if (scope.commonTables.has(fold(name.text))) refuse('shadowed_table', `The name ${name.text} is given twice.`, name.text);
    analysis.commonTableNames.add(fold(name.text));
    const query = nodeOf(body.this);
    const register = (shape: QueryShape): CommonTable => {
      const table = { name: name.text, outputs: renameColumns(analysis, shape.outputs, body.columns), rows: shape.rows, mentions: 0 };
      scope.commonTables.set(fold(name.text), table);
      return table;
    };
    if (query?.type !== 'union' || !mayRecur) return void register(analysis.readQuery(body.this, scope, analysis));
    let own: CommonTable | null = null;
    const shape = readSetOperation(query.type, query.body, scope, analysis, (left) => {
      own = register({ ...left, rows: 'grouped' });
    });
    // The callback above has run by now, which the compiler cannot see.
    const recursive = own as CommonTable | null;
    if (recursive && recursive.mentions > 0) {
      refuseUnboundedRecursion(query.body, recursive);
      const leaked = shape.outputs.find((output, i) => output.masked && !recursive.outputs[i]?.masked);
      if (leaked) refuse('masked_column', `${leaked.name} is masked and may not pass through recursion.`, leaked.name);
    }
    register(shape);
  }
}
