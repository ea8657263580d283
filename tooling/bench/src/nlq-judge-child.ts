// Child process of nlq-judge.ts: runs statements that may never end, and is killed when they do not.
import { constants, DatabaseSync } from 'node:sqlite';
import { compareResults, ordersRows, type ResultRows, type ResultValue } from '@majed-vanna/core/compare-results';
import type { Verdict, VerdictRequest } from './nlq-judge.ts';

const open = new Map<string, DatabaseSync>();

process.on('message', (request: VerdictRequest) => process.send?.(judge(request)));
process.on('disconnect', () => process.exit(0));

function judge({ files, golds, predicted }: VerdictRequest): Verdict {
  const [base] = files;
  if (base === undefined) throw new Error('a verdict needs a database');
  const goldReading = golds[0] === undefined ? null : reading(base, golds[0]);
  const predictedReading = reading(base, predicted);
  const problem = typeof predictedReading === 'string' ? predictedReading : null;
  const readings = {
    gold: goldReading === null || typeof goldReading === 'string' ? null : goldReading,
    predicted: typeof predictedReading === 'string' ? null : predictedReading,
  };
  if (problem !== null) return { invalid: problem, strict: false, relaxed: false, readings };
  const right = (relaxed: boolean) =>
    golds.some((gold) =>
      files.every((file) => {
        const wanted = run(file, gold, Number.POSITIVE_INFINITY);
        // A right statement that does not run here cannot tell anything about another.
        if (wanted === null) return true;
        const found = run(file, predicted, wanted.length + 1);
        if (found === null) return false;
        const likeness = compareResults(wanted, found, { ordered: ordersRows(gold) });
        return likeness === 'same' || (relaxed && likeness === 'loosely');
      }),
    );
  const fails = run(base, predicted, 1) === null;
  if (fails) return { invalid: 'fails when it runs', strict: false, relaxed: false, readings };
  const strict = right(false);
  return { invalid: null, strict, relaxed: strict || right(true), readings };
}

/** Rows of a statement, at most `cap`; null when it fails. */
function run(file: string, sql: string, cap: number): ResultRows | null {
  try {
    const statement = connect(file).prepare(sql);
    statement.setReturnArrays(true);
    const rows: ResultValue[][] = [];
    for (const row of statement.iterate()) {
      // With setReturnArrays the driver hands out arrays, which its types do not say.
      rows.push(row as unknown as ResultValue[]);
      if (rows.length >= cap) break;
    }
    return rows;
  } catch {
    return null;
  }
}

/** Columns and functions a statement uses, as SQLite's own compiler sees them; its message when it cannot be compiled. */
function reading(file: string, sql: string) {
  const columns = new Set<string>();
  const functions = new Set<string>();
  const database = connect(file);
  database.setAuthorizer((action, first, second) => {
    if (action === constants.SQLITE_READ) columns.add(`${first}.${second ?? ''}`.toLowerCase());
    if (action === constants.SQLITE_FUNCTION && second) functions.add(second.toLowerCase());
    return constants.SQLITE_OK;
  });
  try {
    database.prepare(sql);
    return { columns: [...columns], functions: [...functions] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database.setAuthorizer(null);
  }
}

function connect(file: string): DatabaseSync {
  const known = open.get(file);
  if (known) return known;
  const database = new DatabaseSync(file, { readOnly: true });
  open.set(file, database);
  return database;
}
