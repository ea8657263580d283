import { type Analysis, createUses } from './analysis.ts';
import { refuse } from './refuse.ts';
import { readExpression, useColumn } from './resolve-expression.ts';
import type { OutputColumn, Scope } from './scope.ts';
import { allowFields, listOf, literalNumber, nameOf, nodeOf, treeOf } from './tree.ts';

/** Reads ORDER BY, where a number means an output column and ALL means every one. */
export function readOrder(orderBy: unknown, outputs: readonly OutputColumn[], scope: Scope, analysis: Analysis) {
  const order = treeOf(orderBy);
  if (!order) return;
  allowFields('ORDER BY', order, ['expressions']);
  for (const item of listOf(order.expressions)) {
    const ordered = treeOf(item);
    if (!ordered) continue;
    allowFields('ORDER BY', ordered, ['this', 'desc', 'nulls_first', 'explicit_asc']);
    readPlacedExpression(ordered.this, outputs, scope, analysis);
  }
}

/** An expression of ORDER BY, GROUP BY or DISTINCT ON. */
export function readPlacedExpression(value: unknown, outputs: readonly OutputColumn[], scope: Scope, analysis: Analysis) {
  if (isAll(value)) return refuseMasked(outputs);
  const members = membersOf(value);
  if (members) for (const member of members) refuseMaskedPlaces(member, outputs);
  const place = placeOf(value);
  if (place === null) return readExpression(value, scope, analysis, createUses());
  const output = outputs[place - 1];
  if (output) useColumn(output, createUses());
}

export function refuseMasked(outputs: readonly OutputColumn[]) {
  for (const output of outputs) useColumn(output, createUses());
}

function isAll(value: unknown): boolean {
  const node = nodeOf(value);
  return (
    node?.type === 'column' &&
    !node.body.table &&
    nameOf(node.body.name)?.text.toUpperCase() === 'ALL' &&
    treeOf(node.body.name)?.quoted !== true
  );
}

/** Brackets, signs and collations around the number do not stop SQLite from taking it as a place. */
function placeOf(value: unknown): number | null {
  const node = nodeOf(value);
  if (node && ['paren', 'neg', 'collation', 'tuple'].includes(node.type)) return placeOf(node.body.this);
  return literalNumber(value);
}

/** `ROLLUP (1, 2)` and its kin name places as well; null for anything else. */
function membersOf(value: unknown): readonly unknown[] | null {
  const node = nodeOf(value);
  if (node?.type === 'tuple') return listOf(node.body.expressions);
  const isGrouping = node?.type === 'function' && /^(rollup|cube|grouping sets)$/i.test(String(node.body.name));
  return isGrouping ? listOf(node.body.args) : null;
}

function refuseMaskedPlaces(member: unknown, outputs: readonly OutputColumn[]) {
  for (const inner of membersOf(member) ?? []) refuseMaskedPlaces(inner, outputs);
  const output = outputs[(placeOf(member) ?? 0) - 1];
  if (output) useColumn(output, createUses());
}

export function refuseDistinct(outputs: readonly OutputColumn[]) {
  const masked = outputs.find((output) => output.masked);
  if (masked)
    refuse('masked_column', `DISTINCT compares values, and ${masked.name} is masked.`, masked.name, 'Leave DISTINCT or the column out.');
}
