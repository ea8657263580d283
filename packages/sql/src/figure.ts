import type { ColumnReference } from '@majed-vanna/contract';
import type { Analysis } from './analysis.ts';
import { readColumn } from './resolve-expression.ts';
import type { Scope } from './scope.ts';
import { isEmpty, isNeutral, listOf, literalNumber, literalText, nodeOf, type Tree, type TreeNode, treeOf } from './tree.ts';

/** What an output is worked out from, where it is no more than columns of base tables, aggregates and plain arithmetic. */
export type Figure =
  | { readonly kind: 'column'; readonly column: ColumnReference }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'count'; readonly of: Figure | null; readonly distinct: boolean }
  | { readonly kind: 'aggregate'; readonly fn: AggregateName; readonly of: Figure }
  | { readonly kind: 'grain'; readonly grain: GrainName; readonly of: Figure }
  | { readonly kind: 'arithmetic'; readonly operator: '+' | '-' | '*' | '/'; readonly left: Figure; readonly right: Figure };

const AGGREGATES = ['sum', 'avg', 'min', 'max', 'median'] as const;
type AggregateName = (typeof AGGREGATES)[number];
const GRAINS = ['year', 'quarter', 'month', 'week', 'day'] as const;
type GrainName = (typeof GRAINS)[number];
const OPERATORS = { add: '+', sub: '-', mul: '*', div: '/' } as const;

/** Types that a number may be cast to and stay the same figure. */
const NUMBERS = new Set(['decimal', 'double', 'float', 'real', 'big_int']);

/** Parts that a figure may have: what is worked out from worked-out columns again and again doubles each time. */
const MOST_PARTS = 50;
const parts = new WeakMap<Figure, number>();

/** Of an expression that was read already; null for anything else, for what is masked and for what is too long to be said. */
export function figureOf(value: unknown, scope: Scope, analysis: Analysis): Figure | null {
  const figure = readFigure(value, scope, analysis);
  return figure && partsOf(figure) <= MOST_PARTS ? figure : null;
}

function partsOf(figure: Figure): number {
  const known = parts.get(figure) ?? 1 + innersOf(figure).reduce((sum, inner) => sum + partsOf(inner), 0);
  parts.set(figure, known);
  return known;
}

function innersOf(figure: Figure): readonly Figure[] {
  if (figure.kind === 'arithmetic') return [figure.left, figure.right];
  return 'of' in figure && figure.of ? [figure.of] : [];
}

function readFigure(value: unknown, scope: Scope, analysis: Analysis): Figure | null {
  const node = nodeOf(value);
  if (!node) return null;
  const { type, body } = node;
  const inner = (part: unknown) => figureOf(part, scope, analysis);
  switch (type) {
    case 'paren':
      return inner(body.this);
    case 'cast':
    case 'try_cast':
      return NUMBERS.has(String(treeOf(body.to)?.data_type)) ? inner(body.this) : null;
    case 'column': {
      const { figure, masked } = readColumn(body, scope, analysis);
      return figure && !masked ? figure : null;
    }
    case 'literal': {
      const number = literalNumber(value);
      return number === null ? null : { kind: 'number', value: number };
    }
    case 'count':
      return holdsOnly(body, ['this', 'star', 'distinct', 'original_name']) ? countOf(body, inner) : null;
    case 'coalesce':
      return firstUnlessEmpty(listOf(body.expressions), inner);
    case 'function':
      return functionOf(body, inner);
  }
  return aggregateOf(node, inner) ?? arithmeticOf(node, inner);
}

type Inner = (part: unknown) => Figure | null;

function countOf(body: Tree, inner: Inner): Figure | null {
  if (body.star === true) return { kind: 'count', of: null, distinct: false };
  const of = inner(body.this);
  return of && { kind: 'count', of, distinct: body.distinct === true };
}

function aggregateOf({ type, body }: TreeNode, inner: Inner): Figure | null {
  const fn = AGGREGATES.find((name) => name === type);
  if (!fn || !holdsOnly(body, ['this', 'name', 'original_name'])) return null;
  const of = inner(body.this);
  return of && { kind: 'aggregate', fn, of };
}

function arithmeticOf({ type, body }: TreeNode, inner: Inner): Figure | null {
  if (!Object.hasOwn(OPERATORS, type)) return null;
  const operator = OPERATORS[type as keyof typeof OPERATORS]; // Its own key, as was just seen.
  const [left, right] = [inner(body.left), inner(body.right)];
  return left && right && { kind: 'arithmetic', operator, left, right };
}

/** Rounding to decimals changes no unit, and a period keeps the name of its length. */
function functionOf({ name, args }: Tree, inner: Inner): Figure | null {
  const [first, second] = listOf(args);
  const called = String(name).toLowerCase();
  if (called === 'round') return second === undefined || literalNumber(second) !== null ? inner(first) : null;
  const grain = GRAINS.find((known) => known === String(nodeOf(first)?.body.value).toLowerCase());
  const of = called === 'date_trunc' && grain ? inner(second) : null;
  return of && grain ? { kind: 'grain', grain, of } : null;
}

/** `coalesce(x, 0)` is x with a word for nothing. */
function firstUnlessEmpty([first, ...others]: readonly unknown[], inner: Inner): Figure | null {
  return others.every((other) => literalNumber(other) === 0 || literalText(other) === '') ? inner(first) : null;
}

function holdsOnly(body: Tree, fields: readonly string[]): boolean {
  return Object.entries(treeOf(body) ?? {}).every(([field, value]) => fields.includes(field) || isNeutral(field) || isEmpty(value));
}
