import { type Analysis, claim, createUses, refuseShadowing } from './analysis.ts';
import { fold } from './fold.ts';
import { refuse } from './refuse.ts';
import { readExpression } from './resolve-expression.ts';
import { readAggregate } from './resolve-pivot-statement.ts';
import { createScope, mergeSources, type Relation, type Scope } from './scope.ts';
import { allowFields, listOf, nameOf, nodeOf, type Tree } from './tree.ts';

type ReadInner = (value: unknown, scope: Scope) => unknown;

/** Reads `source PIVOT (aggregate FOR column IN (values))`. What it groups by is everything else, so nothing may be masked. */
export function readPivot(analysis: Analysis, scope: Scope, body: Tree, readInner: ReadInner): Relation {
  if (body.unpivot === true || listOf(body.using).length > 0 || listOf(body.fields).length === 0) {
    refuse(
      'not_rewritable',
      'This form of PIVOT is not accepted.',
      'PIVOT',
      'Write FROM source PIVOT (aggregate FOR column IN (values)), or conditional aggregates: sum(x) FILTER (WHERE …).',
    );
  }
  allowFields('PIVOT', body, ['this', 'expressions', 'fields', 'group', 'alias', 'alias_columns']);
  const inner = createScope(scope);
  readInner(body.this, inner);
  const columns = inner.relations.flatMap((relation) => relation.columns);
  const masked = columns.find((column) => column.masked);
  if (masked)
    refuse(
      'masked_column',
      `PIVOT would group by ${masked.name}, which is masked.`,
      masked.name,
      'Select the columns you need in a sub-query first.',
    );
  const uses = createUses();
  for (const field of listOf(body.fields)) {
    const node = nodeOf(field);
    if (node?.type !== 'in' || node.body.query)
      refuse('not_rewritable', 'PIVOT needs its values written out.', 'PIVOT', 'Write FOR column IN (value, value).');
  }
  for (const item of listOf(body.expressions)) readAggregate(item, inner, analysis, uses);
  readExpression([body.fields, body.group], inner, analysis, uses);
  const alias = nameOf(body.alias);
  if (alias) {
    claim(analysis, alias);
    refuseShadowing(analysis, alias);
  }
  const used = new Set(uses.sources.map((source) => fold(source.column)));
  const kept = columns.filter((column) => !used.has(fold(column.name)));
  const pivoted = { name: 'pivoted values', sources: mergeSources([uses.sources]), masked: false };
  return {
    alias: alias ? fold(alias.text) : null,
    columns: [...kept, pivoted],
    rows: 'grouped',
    base: null,
    underOwnName: false,
    open: 'any',
  };
}
