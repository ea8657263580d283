import { refuse } from './refuse.ts';

/** A piece of the parser's tree. Its shape is checked field by field where it is used, never trusted. */
export type Tree = Readonly<Record<string, unknown>>;

/** A node is an object with its type as the only key. */
export interface TreeNode {
  readonly type: string;
  readonly body: Tree;
}

export interface Name {
  readonly text: string;
  /** Place in the source text; -1 when the parser does not tell. */
  readonly start: number;
  readonly end: number;
}

/** Fields that say nothing about meaning. */
const NEUTRAL = new Set([
  'span',
  'trailing_comments',
  'leading_comments',
  'post_select_comments',
  'pre_alias_comments',
  'comments',
  'inferred_type',
  'operator_comments',
  'left_comments',
  'alias_explicit_as',
  'alias_keyword',
]);

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nodeOf(value: unknown): TreeNode | null {
  if (!isTree(value)) return null;
  const [type, ...others] = Object.keys(value);
  if (type === undefined || others.length > 0) return null;
  const body = value[type];
  return { type, body: isTree(body) ? body : { value: body } };
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function treeOf(value: unknown): Tree | null {
  return isTree(value) ? value : null;
}

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0);
}

export function isNeutral(field: string): boolean {
  return NEUTRAL.has(field);
}

/** An identifier of the tree, or null. */
export function nameOf(value: unknown): Name | null {
  if (!isTree(value) || typeof value.name !== 'string' || !('quoted' in value)) return null;
  const span = treeOf(value.span);
  const start = span?.start;
  const end = span?.end;
  return { text: value.name, start: typeof start === 'number' ? start : -1, end: typeof end === 'number' ? end : -1 };
}

/** Refuses a piece that says anything in a field that is not on the list: unknown syntax must not pass unseen. */
export function allowFields(what: string, body: Tree, fields: readonly string[]) {
  for (const [field, value] of Object.entries(body)) {
    if (isEmpty(value) || isNeutral(field) || fields.includes(field)) continue;
    refuse('unknown_syntax', `This form of ${what} is not accepted (${field.replaceAll('_', ' ')}).`, field);
  }
}

export function literalNumber(value: unknown): number | null {
  const node = nodeOf(value);
  if (node?.type === 'paren') return literalNumber(node.body.this);
  if (node?.type !== 'literal' || node.body.literal_type !== 'number' || typeof node.body.value !== 'string') return null;
  return Number(node.body.value.replaceAll('_', ''));
}

export function literalText(value: unknown): string | null {
  const node = nodeOf(value);
  const text = node?.type === 'literal' && node.body.literal_type === 'string' ? node.body.value : null;
  return typeof text === 'string' ? text : null;
}
