import type { Dialect, GuardInjections, StatementLineage } from '@majed-vanna/contract';
import type { Analysis } from './analysis.ts';
import { createCatalog } from './catalog.ts';
import type { DialectRules } from './dialects/dialect-rules.ts';
import { DIALECTS } from './dialects/dialects.ts';
import { checkFinalText, checkSecondReading, forParser, key } from './final-check.ts';
import type { GuardRequest, GuardVerdict, SecondReader } from './guard.ts';
import { type LexedStatement, lex } from './lex.ts';
import { parse } from './parse.ts';
import { plainRead } from './plain-read.ts';
import { GuardRefusal, refuse } from './refuse.ts';
import { readQuery } from './resolve-query.ts';
import { type CapPlan, planRowCap } from './row-cap.ts';
import { readRowFilter } from './row-filter.ts';
import type { QueryShape } from './scope.ts';
import { applyEdits, type Edit, hollowEdit, tableEdit } from './splice.ts';
import { auditTokens } from './token-audit.ts';
import type { TreeNode } from './tree.ts';

const MAX_LENGTH = 20_000;

/**
 * Decides whether a statement may run, and rewrites it so that it reads what the policy allows. Only the verdict's `sql` may
 * be executed. Returns at most `maxRows` rows: pass one more than is shown to learn whether there were more.
 */
export async function checkStatement(request: GuardRequest, secondReader: SecondReader): Promise<GuardVerdict> {
  try {
    return await check(request, secondReader);
  } catch (cause) {
    if (cause instanceof GuardRefusal) return { verdict: 'deny', refusal: cause.refusal };
    throw cause;
  }
}

async function check({ sql, dialect, policy, maxRows, takenNames }: GuardRequest, secondReader: SecondReader): Promise<GuardVerdict> {
  const rules = rulesOf(dialect);
  if (sql.length > MAX_LENGTH) refuse('too_long', `A statement may have ${MAX_LENGTH} characters at most.`);
  const catalog = createCatalog(policy, takenNames);
  const lexed = lex(sql, rules.lexical, catalog.allNames);
  const root = await parse(forParser(lexed, rules), rules.parserDialect);
  refuseOtherStatements(root);
  const analysis = createAnalysis(rules, catalog, lexed);
  const shape = readQuery({ [root.type]: root.body }, null, analysis);
  auditTokens(analysis, lexed.tokens);

  const filters = readFilters(analysis);
  const plan = planRowCap(lexed.tokens, root, maxRows);
  const text = rewrite(lexed.text, analysis, plan, (reference) =>
    tableEdit(reference, filters.get(key(reference.table.schema, reference.table.name))?.text ?? null),
  );
  await checkFinalText(text, analysis);
  const names = new Map([...filters].map(([table, filter]) => [table, filter.names]));
  await checkSecondReading(text, rewrite(lexed.text, analysis, plan, hollowEdit), analysis, names, secondReader);
  return {
    verdict: 'allow',
    sql: text,
    lineage: lineageOf(analysis, shape),
    injections: injectionsOf(analysis, filters, plan),
    figures: shape.outputs.map(({ figure, masked }) => (figure && !masked ? figure : null)),
    plain: plainRead(root, shape, analysis),
  };
}

function rulesOf(dialect: Dialect): DialectRules {
  return DIALECTS[dialect] ?? refuse('unsupported_dialect', `Statements for ${dialect} cannot be checked yet.`, dialect);
}

function refuseOtherStatements({ type }: TreeNode) {
  const query = ['select', 'union', 'intersect', 'except', 'subquery', 'pivot'].includes(type);
  if (!query) refuse('not_a_query', 'Only SELECT, WITH and set operations are accepted.', type, 'Send one SELECT.');
}

function createAnalysis(rules: DialectRules, catalog: Analysis['catalog'], lexed: LexedStatement): Analysis {
  const tokenAt = new Map(lexed.tokens.map((token) => [token.start, token]));
  return {
    rules,
    catalog,
    tokenAt,
    tables: [],
    removals: [],
    columns: new Map(),
    claimed: new Set(),
    commonTableNames: new Set(),
    selects: 0,
    series: [],
    readQuery,
  };
}

type Filters = ReadonlyMap<string, { readonly text: string; readonly names: readonly string[] }>;

function readFilters({ tables, rules, catalog }: Analysis): Filters {
  return new Map(
    tables.flatMap(({ table }) =>
      table.rowFilter === null ? [] : [[key(table.schema, table.name), readRowFilter(table.rowFilter, rules, catalog.allNames)] as const],
    ),
  );
}

function rewrite(text: string, analysis: Analysis, plan: CapPlan, edit: (reference: Analysis['tables'][number]) => Edit): string {
  const removals = analysis.removals.map(({ start, end }) => ({ start, end, text: '' }));
  const spliced = applyEdits(text, [...analysis.tables.map(edit), ...removals, ...plan.edits]).trim();
  return plan.wrap ? `SELECT * FROM (${spliced}) AS "limited"${plan.suffix}` : `${spliced}${plan.suffix}`;
}

function lineageOf({ tables, columns }: Analysis, { outputs }: QueryShape): StatementLineage {
  const distinct = new Map(tables.map(({ table }) => [key(table.schema, table.name), { schema: table.schema, table: table.name }]));
  return {
    tables: [...distinct.values()],
    columns: [...columns.values()],
    outputs: outputs.map(({ name, sources }) => ({ name, sources: [...sources] })),
  };
}

function injectionsOf({ tables }: Analysis, filters: Filters, { rowCap }: CapPlan): GuardInjections {
  const distinct = new Map(tables.map(({ table }) => [key(table.schema, table.name), table]));
  const rowFilters = [...distinct].flatMap(([id, table]) => {
    const filter = filters.get(id);
    return filter ? [{ table: `${table.schema}.${table.name}`, predicate: filter.text }] : [];
  });
  const masks = [...distinct.values()].flatMap((table) =>
    table.columns.filter((column) => column.masked).map((column) => ({ schema: table.schema, table: table.name, column: column.name })),
  );
  return { rowFilters, masks, rowCap };
}
