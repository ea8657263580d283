import { type Analysis, claim, refuseShadowing } from './analysis.ts';
import { fold } from './fold.ts';
import { nearestName } from './nearest-name.ts';
import { refuse } from './refuse.ts';
import { renameColumns } from './rename-columns.ts';
import { referenceOf } from './resolve-column.ts';
import { findCommonTable, type OutputColumn, type Relation, type Scope } from './scope.ts';
import { allowFields, type Name, nameOf, type Tree } from './tree.ts';

/**
 * Reads a table name in FROM: a common table, or a table of the policy that the rewrite must replace.
 * `needsAlias` is false where the rewrite may not give the table's own name as alias.
 */
export function readTable(analysis: Analysis, scope: Scope, body: Tree, needsAlias = true): Relation {
  allowFields('table reference', body, ['name', 'schema', 'catalog', 'alias', 'column_aliases']);
  const [name, schema, alias] = [nameOf(body.name), nameOf(body.schema), nameOf(body.alias)];
  if (!name) return refuse('unknown_syntax', 'A table without a name.');
  if (nameOf(body.catalog)) refuse('unknown_table', 'Tables of other databases may not be read.', writtenName(name, schema));
  refuseFile(analysis, name);
  if (alias) claim(analysis, alias);
  const common = schema ? null : findCommonTable(scope, fold(name.text));
  if (common) {
    claim(analysis, name);
    if (alias) refuseShadowing(analysis, alias);
    common.mentions += 1;
    const columns = renameColumns(analysis, common.outputs, body.column_aliases);
    return { alias: fold((alias ?? name).text), columns, rows: common.rows, base: null, underOwnName: false, open: null };
  }
  return readBaseTable(analysis, body, { name, schema, alias, needsAlias });
}

interface WrittenTable {
  readonly name: Name;
  readonly schema: Name | null;
  readonly alias: Name | null;
  readonly needsAlias: boolean;
}

function readBaseTable(analysis: Analysis, body: Tree, { name, schema, alias, needsAlias }: WrittenTable): Relation {
  const table = analysis.catalog.find(schema?.text ?? null, name.text);
  if (!table) return refuseUnknownTable(analysis, name, schema);
  if (alias) refuseShadowing(analysis, alias, table);
  claim(analysis, name);
  if (schema) claim(analysis, schema);
  analysis.tables.push({ table, start: (schema ?? name).start, end: name.end, aliased: alias !== null || !needsAlias });
  const own = table.columns.map(({ name: text, masked }): OutputColumn => {
    const itself = referenceOf(table, text);
    return { name: text, masked, sources: [itself], figure: { kind: 'column', column: itself } };
  });
  const columns = renameColumns(analysis, own, body.column_aliases);
  return { alias: fold((alias ?? name).text), columns, rows: 'large', base: table, underOwnName: !alias, open: null };
}

/** Whether it exists is not told apart from whether it may be read: a stranger must not learn which tables there are. */
function refuseUnknownTable(analysis: Analysis, name: Name, schema: Name | null): never {
  const { rules, catalog } = analysis;
  const written = writtenName(name, schema);
  if (rules.isSystemName(name.text) || (schema && rules.isSystemSchema(schema.text)))
    refuse('system_catalog', `${written} belongs to the database's own catalogue, which may not be read.`, written);
  const nearest = nearestName(name.text, catalog.tableNames);
  const hint = nearest
    ? `Did you mean ${nearest}?`
    : catalog.tableNames.length > 0
      ? `Readable: ${catalog.tableNames.slice(0, 12).join(', ')}.`
      : null;
  refuse('unknown_table', `There is no table ${written} that you may read.`, written, hint);
}

/** `FROM 'file.csv'` reads a file. */
function refuseFile(analysis: Analysis, name: Name) {
  if (analysis.tokenAt.get(name.start)?.kind === 'string') refuse('forbidden_table', 'Files may not be read.', name.text, 'Name a table.');
}

function writtenName(name: Name, schema: Name | null): string {
  return schema ? `${schema.text}.${name.text}` : name.text;
}
