import type { DataPolicy } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkStatement } from './check-statement.ts';
import { policyFromSnapshot } from './policy-from-snapshot.ts';
import { openShop, type Shop, shopPolicy } from './testing/shop.ts';

describe('policies', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop('duckdb');
  });
  afterAll(() => shop.close());

  function withFilter(rowFilter: string): DataPolicy['tables'] {
    return { 'shop.stores': { columns: ['store_id', 'name'], masked: [], hidden: [], rowFilter } };
  }

  async function refusalOf(sql: string, tables?: DataPolicy['tables']) {
    const verdict = await shop.check(sql, tables ? { tables } : {});
    return verdict.verdict === 'deny' ? verdict.refusal : null;
  }

  it('refuses a row filter whose attribute was not filled in', async () => {
    expect(await refusalOf('SELECT name FROM stores', withFilter('city = {{city}}'))).toMatchObject({
      code: 'missing_attribute',
      offending: 'city',
    });
  });

  it.each(['store_id = 1) OR (1 = 1', 'store_id IN (SELECT id FROM secrets)', 'store_id = 1; DROP TABLE x', "name = 'open"])(
    'refuses a row filter that reaches out of its place: %s',
    async (filter) => {
      expect(await refusalOf('SELECT name FROM stores', withFilter(filter))).not.toBeNull();
    },
  );

  it('may filter by columns that are hidden and masked', async () => {
    const tables = {
      'shop.people': {
        columns: ['full_name', 'phone'],
        masked: ['phone'],
        hidden: ['salary'],
        rowFilter: "salary > 8500 AND phone LIKE '055%'",
      },
    };
    const verdict = await shop.check('SELECT full_name, phone FROM people', { tables });
    expect(verdict.verdict === 'allow' && (await shop.run(verdict.sql))).toEqual([['Noura', '***']]);
  });

  it('suggests the nearest name for a misspelt one', async () => {
    expect(await refusalOf('SELECT nam FROM stores')).toMatchObject({ code: 'unknown_column', hint: 'Did you mean name?' });
    expect(await refusalOf('SELECT name FROM store')).toMatchObject({ code: 'unknown_table', hint: 'Did you mean stores?' });
  });

  it('does not tell whether a table exists that may not be read', async () => {
    const [real, absent] = [await refusalOf('SELECT * FROM secrets'), await refusalOf('SELECT * FROM nothing')];
    expect({ ...real, message: '', offending: '' }).toEqual({ ...absent, message: '', offending: '' });
    expect(real?.message.replace('secrets', '')).toBe(absent?.message.replace('nothing', ''));
  });

  it('refuses names of existing tables for aliases and common tables, readable or not', async () => {
    const request = { dialect: 'duckdb' as const, policy: shopPolicy('duckdb'), maxRows: 10, takenNames: ['secrets'] };
    for (const sql of ['WITH secrets AS (SELECT 1 AS id) SELECT * FROM secrets', 'SELECT secrets.name FROM stores secrets']) {
      expect(await checkStatement({ ...request, sql }, () => Promise.reject(new Error('not asked')))).toMatchObject({
        refusal: { code: 'shadowed_table' },
      });
    }
  });

  it('reads headers with invisible characters when the policy names them, and no others', async () => {
    const odd = 'Net\u00a0Sales\u200f';
    const tables = { 'shop.stores': { columns: ['name', odd], masked: [odd], hidden: [], rowFilter: null } };
    expect(await refusalOf(`SELECT "${odd}" FROM stores`, tables)).toBeNull();
    expect(await refusalOf('SELECT name AS "Net\u200fSales" FROM stores', tables)).toMatchObject({ code: 'forbidden_token' });
  });

  it('refuses a database that is not supported', async () => {
    const verdict = await checkStatement({ sql: 'SELECT 1', dialect: 'oracle', policy: shopPolicy('duckdb'), maxRows: 10 }, () =>
      Promise.reject(new Error('not asked')),
    );
    expect(verdict).toMatchObject({ refusal: { code: 'unsupported_dialect' } });
  });

  it('makes a policy of a snapshot in which everything may be read', () => {
    const column = { name: 'a b', nativeType: 'INTEGER', kind: 'integer' as const, nullable: true, comment: null };
    const table = {
      schema: 'x',
      name: 't',
      kind: 'table' as const,
      comment: null,
      columns: [column],
      primaryKey: [],
      foreignKeys: [],
      rowEstimate: 1,
    };
    expect(policyFromSnapshot({ dialect: 'duckdb', defaultSchema: 'x', tables: [table], takenAt: '2025-01-01T00:00:00Z' })).toEqual({
      defaultSchema: 'x',
      tables: { 'x.t': { columns: ['a b'], masked: [], hidden: [], rowFilter: null } },
    });
  });
});
