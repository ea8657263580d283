import { fold } from './fold.ts';
import { isLongInterval } from './interval-length.ts';
import { refuse } from './refuse.ts';
import type { CommonTable } from './scope.ts';
import { PLAUSIBLE_DATE } from './series-bound.ts';
import { isTree, listOf, literalNumber, literalText, nameOf, nodeOf, type Tree, type TreeNode, treeOf } from './tree.ts';

const MAX_STEPS = 10_000;
const DATE_FUNCTIONS = new Set(['date', 'datetime', 'date_add']);
/** The comparison with the counter on the left, and with it on the right. */
const UPPER_BOUNDS: Readonly<Record<string, 'left' | 'right'>> = { lt: 'left', lte: 'left', gt: 'right', gte: 'right' };

/** A recursion must end: by a counter that is compared with a limit, by a LIMIT, or because only distinct stored values return. */
export function refuseUnboundedRecursion(union: Tree, own: CommonTable) {
  const limit = literalNumber(union.limit);
  if (limit !== null && limit >= 0 && limit <= MAX_STEPS) return;
  const step = nodeOf(union.right);
  if (step?.type !== 'select') return refuseIt(own);
  if (union.all !== true && repeatsStoredValues(step.body)) return;
  const counters = own.outputs.flatMap((output, i) => {
    const pace = paceOf(listOf(step.body.expressions)[i], output.name);
    return pace && startsNear(startOf(union.left, i), pace) ? [{ name: output.name, pace }] : [];
  });
  const conditions = [treeOf(step.body.where_clause)?.this, ...listOf(step.body.joins).map((join) => treeOf(join)?.on)].flatMap(conjuncts);
  const bounded = counters.some(({ name, pace }) => conditions.some((condition) => bounds(condition, name, pace)));
  if (!bounded) refuseIt(own);
}

function refuseIt(own: CommonTable): never {
  refuse(
    'unbounded_recursion',
    `Nothing ends the recursion of ${own.name}.`,
    own.name,
    `Add a counter and its limit: SELECT counter + 1 … WHERE counter < 100, at most ${MAX_STEPS}.`,
  );
}

/** UNION removes repeated rows, and columns without arithmetic cannot make new ones for ever. */
function repeatsStoredValues(select: Tree): boolean {
  return listOf(select.expressions).every((item) => {
    const node = unaliased(item);
    return node?.type === 'column' || node?.type === 'literal';
  });
}

/** `counter + 1` counts numbers; a date that moves by days or more is bounded by any other date. */
function paceOf(item: unknown, name: string): 'number' | 'date' | null {
  const node = unaliased(item);
  if (node?.type === 'cast') return paceOf(node.body.this, name);
  if (node?.type === 'add') {
    const other = isColumn(node.body.left, name) ? node.body.right : isColumn(node.body.right, name) ? node.body.left : null;
    if ((literalNumber(other) ?? 0) >= 1) return 'number';
    const interval = nodeOf(other);
    return interval?.type === 'interval' && isLongInterval(interval.body) ? 'date' : null;
  }
  const callee = node?.type === 'function' ? String(node.body.name).toLowerCase() : (node?.type ?? '');
  const args = listOf(node?.body.args);
  const forward = /^\+?\s*[1-9]\d*\s+(day|month|year)s?$/i.test(literalText(args[1]) ?? '');
  return DATE_FUNCTIONS.has(callee) && isColumn(args[0], name) && forward && args.length === 2 ? 'date' : null;
}

function bounds(condition: TreeNode, name: string, pace: 'number' | 'date'): boolean {
  const side = UPPER_BOUNDS[condition.type];
  if (!side) return false;
  const [counter, bound] = side === 'left' ? [condition.body.left, condition.body.right] : [condition.body.right, condition.body.left];
  if (!mentionsCounter(counter, name)) return false;
  const limit = literalNumber(bound);
  if (pace === 'number') return limit !== null && limit <= MAX_STEPS;
  return limit === null && nodeOf(bound)?.type !== 'column' && isPlausibleDate(bound);
}

function startOf(first: unknown, place: number): unknown {
  const node = nodeOf(first);
  if (node?.type === 'subquery') return startOf(node.body.this, place);
  const items = node?.type === 'select' ? listOf(node.body.expressions) : [];
  const isPlain = items.length > 0 && items.every((item) => nodeOf(item)?.type !== 'star');
  // Of stars, listed rows and set operations every number counts.
  return isPlain ? items[place] : first;
}

/** Ten thousand steps end at a bound only when they do not begin millions of steps before it. */
function startsNear(start: unknown, pace: 'number' | 'date'): boolean {
  if (pace === 'date') return isPlausibleDate(start);
  return numbersIn(start).every((number) => number <= MAX_STEPS) && !multiplies(start);
}

function isPlausibleDate(value: unknown): boolean {
  const node = unaliased(value);
  if (node?.type === 'cast') return isPlausibleDate(node.body.this);
  return node?.type !== 'literal' || PLAUSIBLE_DATE.test(String(node.body.value));
}

function numbersIn(value: unknown): number[] {
  const number = literalNumber(value);
  if (number !== null) return [number];
  return partsOf(value).flatMap(numbersIn);
}

function multiplies(value: unknown): boolean {
  return ['mul', 'power', 'pow', 'bitwise_left_shift', 'exp'].includes(nodeOf(value)?.type ?? '') || partsOf(value).some(multiplies);
}

function partsOf(value: unknown): readonly unknown[] {
  return isTree(value) ? Object.values(value) : listOf(value);
}

function mentionsCounter(value: unknown, name: string): boolean {
  const node = nodeOf(value);
  if (node?.type === 'paren' || node?.type === 'cast') return mentionsCounter(node.body.this, name);
  return isColumn(value, name) || paceOf(value, name) !== null;
}

function isColumn(value: unknown, name: string): boolean {
  const node = nodeOf(value);
  if (node?.type === 'paren' || node?.type === 'cast') return isColumn(node.body.this, name);
  return node?.type === 'column' && fold(nameOf(node.body.name)?.text ?? '') === fold(name);
}

function conjuncts(value: unknown): TreeNode[] {
  const node = nodeOf(value);
  if (!node) return [];
  if (node.type === 'paren') return conjuncts(node.body.this);
  return node.type === 'and' ? [...conjuncts(node.body.left), ...conjuncts(node.body.right)] : [node];
}

function unaliased(item: unknown): TreeNode | null {
  const node = nodeOf(item);
  return node?.type === 'alias' || node?.type === 'paren' ? unaliased(node.body.this) : node;
}
