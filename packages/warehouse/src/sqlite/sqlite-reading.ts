import { constants, type DatabaseSync } from 'node:sqlite';
import { quoteName } from '../engine/quoting.ts';
import { type StatementReading, WarehouseError } from '../warehouse.ts';
import { isReading, startsAsQuery } from './sqlite-authorizer.ts';
import { explainSqliteError } from './sqlite-errors.ts';

interface Read {
  readonly table: string;
  /** Empty when rows are counted but no column is read. */
  readonly column: string;
  /** False for the odd notice that names a source without naming its database: it may be an alias or a CTE. */
  readonly resolved: boolean;
  /** The view or common table expression on whose behalf it is read. */
  readonly within: string | null;
}

interface Observation {
  readonly reads: Read[];
  readonly functions: Set<string>;
  reading: boolean;
}

/** Second opinion on a statement: it is prepared, never stepped, while the authorizer notes what it wants. */
export function readSqliteStatement(database: DatabaseSync, sql: string): StatementReading {
  if (sql.includes('\0')) throw new WarehouseError('syntax', 'A statement holds no NUL character.');
  const observation: Observation = { reads: [], functions: new Set(), reading: true };
  try {
    const statements = observe(database, observation, () => countStatements(database, sql, observation));
    return {
      statements,
      readOnly: observation.reading,
      ...namesRead(database, observation.reads),
      functions: [...observation.functions].sort(),
    };
  } catch (error) {
    // A denied action ends the preparation: what it is follows from the denial.
    if (!observation.reading) return { statements: 1, readOnly: false, tables: [], columns: [], functions: [] };
    const explained = explainSqliteError(error);
    throw explained.kind === 'other' ? new WarehouseError('syntax', explained.message, { cause: error }) : explained;
  }
}

/** SQLite prepares the first statement of a text and ignores the rest; the rest is what `sourceSQL` leaves. */
function countStatements(database: DatabaseSync, sql: string, observation: Observation): number {
  let rest = sql;
  let count = 0;
  while (!isBlank(rest)) {
    const source = database.prepare(rest).sourceSQL;
    if (!startsAsQuery(source)) observation.reading = false;
    count += 1;
    rest = rest.slice(source.length);
  }
  if (count === 0) throw new WarehouseError('syntax', 'The text holds no statement.');
  return count;
}

/** White space, semicolons and comments only; SQLite lets the last comment run to the end. */
function isBlank(sql: string): boolean {
  return /^(\s|;|--[^\n]*(\n|$)|\/\*[\s\S]*?(\*\/|$))*$/.test(sql);
}

function observe<T>(database: DatabaseSync, observation: Observation, work: () => T): T {
  database.setAuthorizer((action, first, second, databaseName, within) => {
    if (action === constants.SQLITE_READ)
      observation.reads.push({ table: first ?? '', column: second ?? '', resolved: databaseName !== null, within });
    if (action === constants.SQLITE_FUNCTION) observation.functions.add((second ?? '').toLowerCase());
    if (action === constants.SQLITE_READ || action === constants.SQLITE_FUNCTION || isReading(action, first, second))
      return constants.SQLITE_OK;
    observation.reading = false;
    return constants.SQLITE_DENY;
  });
  try {
    return work();
  } finally {
    database.setAuthorizer(null);
  }
}

/** A view counts as a table; what the view itself reads is its own affair. */
function namesRead(database: DatabaseSync, reads: readonly Read[]): Pick<StatementReading, 'tables' | 'columns'> {
  const existing = new Map(
    database
      .prepare("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view')")
      .all()
      .map(({ name, type }) => [String(name).toLowerCase(), { name: String(name), isView: type === 'view' }] as const),
  );
  const viewsRead = new Set(reads.map(({ table }) => table.toLowerCase()).filter((table) => existing.get(table)?.isView === true));
  const insideViews = new Map([...viewsRead].map((view) => [view, tablesOfView(database, view)]));
  const tables = new Map<string, { schema: string; table: string }>();
  const columns = new Map<string, { schema: string; table: string; column: string }>();
  for (const { table: spelled, column, resolved, within } of reads) {
    const known = existing.get(spelled.toLowerCase());
    if (!resolved && known === undefined) continue;
    if (within !== null && insideViews.get(within.toLowerCase())?.has(spelled) === true) continue;
    const table = known?.name ?? spelled;
    tables.set(table, { schema: 'main', table });
    if (column !== '') columns.set(`${table}\0${column}`, { schema: 'main', table, column });
  }
  return { tables: [...tables.values()], columns: [...columns.values()] };
}

function tablesOfView(database: DatabaseSync, view: string): Set<string> {
  const observation: Observation = { reads: [], functions: new Set(), reading: true };
  observe(database, observation, () => database.prepare(`SELECT * FROM ${quoteName(view)}`));
  return new Set(observation.reads.filter(({ within }) => within !== null).map(({ table }) => table));
}
