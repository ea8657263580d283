import { type Analysis, claim, type Uses } from './analysis.ts';
import { fold } from './fold.ts';
import { refuse } from './refuse.ts';
import { resolveColumn, resolveWithSchema } from './resolve-column.ts';
import { createScope, type OutputColumn, type Scope } from './scope.ts';
import { checkSeries } from './series-bound.ts';
import { allowFields, isEmpty, isNeutral, isTree, listOf, nameOf, nodeOf, type Tree, type TreeNode, treeOf } from './tree.ts';

const QUERIES = new Set(['select', 'union', 'intersect', 'except', 'subquery', 'values']);
/** Parts with one field, which look like nodes. */
const SINGLE_FIELDS = new Set(['this', 'expressions', 'Preceding', 'Following', 'Value', 'value']);
const MAX_LIST = 1_000;

type Reader = (body: Tree, scope: Scope, analysis: Analysis, uses: Uses) => void;

const READERS: Readonly<Record<string, Reader>> = {
  column: (body, scope, analysis, uses) => useColumn(readColumn(body, scope, analysis), uses),
  dot: readDot,
  star: () => refuse('unknown_syntax', '* is accepted in the select list and in count(*) only.', '*'),
  function: readFunction,
  aggregate_function: readFunction,
  window_function: readWindowFunction,
  cast: readCast,
  try_cast: readCast,
  // A unit without a name of its own in the tree; the token audit knows the word.
  extract: (body, scope, analysis, uses) =>
    readParts(typeof treeOf(body.field)?.Custom === 'string' ? { ...body, field: null } : body, scope, analysis, uses),
  exists: (body, scope, analysis) => void analysis.readQuery(body.this, scope, analysis),
  in: readIn,
  // Outside of functions that take one, the arrow reads JSON and what looks like a parameter is a column.
  lambda: readArrow,
  comprehension: readComprehension,
  map_func: readStruct,
  named_argument: (body, scope, analysis, uses) => {
    claimField(body.name, analysis);
    readExpression(body.value, scope, analysis, uses);
  },
  method_call: readMethodCall,
  literal: (body) => {
    if (!['string', 'number', 'date', 'time', 'timestamp', 'datetime'].includes(String(body.literal_type)))
      refuse('forbidden_token', 'This kind of literal is not accepted.', String(body.value));
  },
};

/** Reads an expression: every column in it is resolved, and none of them may be masked. */
export function readExpression(value: unknown, scope: Scope, analysis: Analysis, uses: Uses) {
  if (Array.isArray(value)) for (const item of value) readExpression(item, scope, analysis, uses);
  if (!isTree(value)) return;
  if (nameOf(value)) refuse('unknown_syntax', 'A name stands where none is expected.', nameOf(value)?.text);
  const node = nodeOf(value);
  if (!node) return readParts(value, scope, analysis, uses);
  if (QUERIES.has(node.type)) return readScalarQuery(value, scope, analysis, uses);
  const reader = READERS[node.type];
  if (reader) return reader(node.body, scope, analysis, uses);
  if (!analysis.rules.nodes.has(node.type) && !SINGLE_FIELDS.has(node.type))
    refuse('unknown_syntax', `This form of expression is not accepted (${node.type.replaceAll('_', ' ')}).`, node.type);
  if (isAggregate(node, analysis)) uses.aggregate = true;
  readParts(node.body, scope, analysis, uses);
}

/** What a `column` node means; masked columns included. */
export function readColumn(body: Tree, scope: Scope, analysis: Analysis): OutputColumn {
  allowFields('column', body, ['name', 'table']);
  const name = nameOf(body.name);
  if (!name) return refuse('unknown_syntax', 'A column without a name.');
  return resolveColumn(analysis, scope, name, nameOf(body.table));
}

export function useColumn(column: OutputColumn, uses: Uses) {
  if (column.masked) {
    refuse(
      'masked_column',
      `${column.name} is masked: it may be shown, and not be compared, sorted, grouped or computed with.`,
      column.name,
      'Select it as a plain column, or leave it out.',
    );
  }
  uses.sources.push(...column.sources);
}

function readParts(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  for (const [field, value] of Object.entries(body)) if (!isNeutral(field)) readExpression(value, scope, analysis, uses);
}

function readScalarQuery(value: unknown, scope: Scope, analysis: Analysis, uses: Uses) {
  for (const output of analysis.readQuery(value, scope, analysis).outputs) useColumn(output, uses);
}

/** `a.b.c`: a column with its schema, or fields of a struct. */
function readDot(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  const inner = nodeOf(body.this);
  const [schema, table, column] = [nameOf(inner?.body.table), nameOf(inner?.body.name), nameOf(body.field)];
  if (inner?.type === 'column' && schema && table && column) {
    const found = resolveWithSchema(analysis, scope, schema, table, column);
    if (found) return useColumn(found, uses);
  }
  if (!analysis.rules.structs) refuse('unknown_column', 'There is no such column here.', column?.text);
  claimField(body.field, analysis);
  readExpression(body.this, scope, analysis, uses);
}

/** Fields of structs name nothing outside of them. */
function claimField(value: unknown, analysis: Analysis) {
  const name = nameOf(value);
  if (name && name.start >= 0) claim(analysis, name);
}

/** `value.function(…)`; the token audit checks the name once more, as it does for every call. */
function readMethodCall(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  const method = nameOf(body.method)?.text ?? '';
  if (!analysis.rules.functions.has(method.toLowerCase())) refuse('unknown_function', `The function ${method} is not accepted.`, method);
  readParts({ ...body, method: null }, scope, analysis, uses);
}

function readFunction(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  const name = String(body.name).toLowerCase();
  const { rules } = analysis;
  const known = body.no_parens === true ? rules.bareFunctions.has(name) : rules.functions.has(name);
  if (!known || body.quoted === true) refuse('unknown_function', `The function ${body.name} is not accepted.`, String(body.name));
  if (name === 'range' || name === 'generate_series') checkSeries(analysis, name, listOf(body.args));
  if (rules.aggregates.has(name)) uses.aggregate = true;
  if (rules.lambdaFunctions.has(name)) readLambdaCall(listOf(body.args), scope, analysis, uses);
  else readParts({ ...body, name: null }, scope, analysis, uses);
}

function readLambdaCall(args: readonly unknown[], scope: Scope, analysis: Analysis, uses: Uses) {
  for (const arg of args) {
    const node = nodeOf(arg);
    if (node?.type === 'lambda') readLambda(node.body, scope, analysis, uses);
    else readExpression(arg, scope, analysis, uses);
  }
}

function readArrow(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  for (const parameter of listOf(body.parameters).map(nameOf))
    if (parameter) useColumn(resolveColumn(analysis, scope, parameter, null), uses);
  readExpression(body.body, scope, analysis, uses);
}

function isAggregate({ type, body }: TreeNode, analysis: Analysis): boolean {
  return analysis.rules.aggregates.has(type.replaceAll('_', '')) && isEmpty(body.expressions);
}

/** An aggregate with OVER keeps its rows; aggregates inside its arguments do not. */
function readWindowFunction(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  const before = uses.aggregate;
  readExpression(body.this, scope, analysis, uses);
  const inner: Uses = { sources: [], aggregate: false };
  const call = nodeOf(body.this);
  if (call)
    for (const [field, value] of Object.entries(call.body))
      if (field !== 'name' && !isNeutral(field)) readExpression(value, scope, analysis, inner);
  uses.aggregate = before || inner.aggregate;
  readOver(treeOf(body.over), scope, analysis, uses);
  readParts({ ...body, this: null, over: null }, scope, analysis, uses);
}

export function readOver(over: Tree | null, scope: Scope, analysis: Analysis, uses: Uses) {
  if (!over) return;
  const window = nameOf(over.window_name);
  if (window) claim(analysis, window);
  readParts({ ...over, window_name: null }, scope, analysis, uses);
}

function readCast(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  checkType(body.to, analysis);
  readParts({ ...body, to: null }, scope, analysis, uses);
}

function checkType(type: unknown, analysis: Analysis) {
  if (Array.isArray(type)) for (const item of type) checkType(item, analysis);
  if (!isTree(type)) return;
  for (const [field, value] of Object.entries(type)) {
    if (field === 'data_type') {
      const name = value === 'custom' ? String(type.name).replace(/\(.*$/s, '').toLowerCase() : String(value);
      if (!analysis.rules.castTypes.has(name)) refuse('unknown_syntax', 'This type is not accepted in a cast.', name);
    } else checkType(value, analysis);
  }
}

function readIn(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  allowFields('IN', body, ['this', 'expressions', 'query', 'not', 'is_field']);
  if (body.is_field === true && !analysis.rules.bareInOperand) refuse('unknown_syntax', 'IN takes values or a query in brackets.', 'IN');
  if (listOf(body.expressions).length > MAX_LIST) refuse('too_long', `At most ${MAX_LIST} values are accepted in one IN list.`, 'IN');
  readParts(body, scope, analysis, uses);
}

function readLambda(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  const parameters = listOf(body.parameters).map(nameOf);
  const names = new Set<string>();
  for (const parameter of parameters) {
    if (!parameter) return refuse('unknown_syntax', 'A lambda takes plain names.', null);
    claim(analysis, parameter);
    names.add(fold(parameter.text));
  }
  readExpression(body.body, createScope(scope, names), analysis, uses);
}

function readComprehension(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  const variable = nameOf(nodeOf(body.expression)?.body.name);
  if (!variable) return refuse('unknown_syntax', 'A list comprehension takes a plain name.');
  readExpression(body.iterator, scope, analysis, uses);
  const inner = createScope(scope, new Set([fold(variable.text)]));
  for (const field of ['expression', 'this', 'condition']) readExpression(body[field], inner, analysis, uses);
}

/** `{key: value}`: the keys are names of new fields, not columns; those of `MAP {key: value}` are values. */
function readStruct(body: Tree, scope: Scope, analysis: Analysis, uses: Uses) {
  for (const key of listOf(body.keys)) {
    const node = nodeOf(key);
    if (node?.type === 'column' && body.curly_brace_syntax === true && body.with_map_keyword !== true) claimField(node.body.name, analysis);
    else readExpression(key, scope, analysis, uses);
  }
  readExpression(body.values, scope, analysis, uses);
}
