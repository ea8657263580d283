import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Environment } from '../config-schema.ts';

export const USAGE = `Usage: npm run ask -- "question" [options]

Answers a question about your data on the command line, without a server. When nothing is set up yet, sample data is.

  --json            print the whole answer as one JSON object
  --sql             print only the statement
  --rows NUMBER     show at most so many rows (default 20)
  --data-dir DIR    the data folder (default ./private)
  --help            show this text

Exit code: 0 answered, 2 the question has several meanings, 3 it cannot be answered from the data, 1 failure.
`;

export interface AskFlags {
  readonly help: boolean;
  readonly question: string;
  readonly output: 'text' | 'json' | 'sql';
  readonly maxRows: number;
  readonly env: Environment;
}

const DEFAULT_ROWS = 20;
const MAX_ROWS = 1_000;

/** @throws Error with a sentence for the person who typed the command */
export function parseAskFlags(args: readonly string[], cwd: string): AskFlags {
  const options = {
    json: { type: 'boolean' },
    sql: { type: 'boolean' },
    rows: { type: 'string' },
    'data-dir': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  const maxRows = values.rows === undefined ? DEFAULT_ROWS : Number(values.rows);
  if (!Number.isInteger(maxRows) || maxRows < 1 || maxRows > MAX_ROWS) throw new Error(`--rows takes a number from 1 to ${MAX_ROWS}`);
  if (values.json && values.sql) throw new Error('choose one of --json and --sql');
  const dataDir = values['data-dir'];
  return {
    help: values.help ?? false,
    question: positionals.join(' '),
    output: values.json ? 'json' : values.sql ? 'sql' : 'text',
    maxRows,
    env: dataDir === undefined ? {} : { DATA_DIR: resolve(cwd, dataDir) },
  };
}
