import { describe, expect, it } from 'vitest';
import { checkStatement } from './check-statement.ts';
import type { SecondReader, SecondReading } from './guard.ts';
import { shopPolicy } from './testing/shop.ts';

const AGREES: SecondReading = {
  statements: 1,
  readOnly: true,
  tables: [{ schema: 'shop', table: 'products' }],
  columns: null,
  functions: null,
};

/** Says the same of the real text as given, and finds no table in the hollow one unless told to. */
function reader(reading: Partial<SecondReading>, hollow: Partial<SecondReading> = { tables: [] }): SecondReader {
  return async (sql) => ({ ...AGREES, ...reading, ...(sql.includes('FROM "shop"."products"') ? {} : hollow) });
}

async function codeWith(secondReader: SecondReader) {
  const verdict = await checkStatement(
    { sql: 'SELECT title FROM products', dialect: 'duckdb', policy: shopPolicy('duckdb'), maxRows: 10 },
    secondReader,
  );
  return verdict.verdict === 'allow' ? 'allow' : verdict.refusal.code;
}

describe('the second reader', () => {
  it('must agree', async () => {
    expect(await codeWith(reader({}))).toBe('allow');
  });

  it.each([
    ['sees a further table', reader({ tables: [...AGREES.tables, { schema: 'shop', table: 'secrets' }] }), 'parsers_disagree'],
    ['misses a table', reader({ tables: [] }), 'parsers_disagree'],
    ['sees a table in the hollow statement', reader({}, { tables: AGREES.tables }), 'parsers_disagree'],
    [
      'sees a column that may not be read',
      reader({ columns: [{ schema: 'shop', table: 'products', column: 'cost' }] }),
      'parsers_disagree',
    ],
    ['sees a function that is not on the list', reader({ functions: ['getenv'] }), 'unknown_function'],
    ['sees two statements', reader({ statements: 2 }), 'several_statements'],
    ['sees a statement that writes', reader({ readOnly: false }), 'side_effect'],
    ['cannot read the statement', () => Promise.reject(new Error('syntax error')), 'parsers_disagree'],
  ])('refuses when it %s', async (_, secondReader, code) => {
    expect(await codeWith(secondReader)).toBe(code);
  });
});
