import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS_DUCKDB } from './testing/attacks-duckdb.ts';
import { ATTACKS_SHARED } from './testing/attacks-shared.ts';
import { ATTACKS_SQLITE } from './testing/attacks-sqlite.ts';
import { HONEST_DUCKDB } from './testing/honest-duckdb.ts';
import { HONEST_SHARED } from './testing/honest-shared.ts';
import { HONEST_SQLITE } from './testing/honest-sqlite.ts';
import { openShop, type Shop, type ShopDialect, secretsIn } from './testing/shop.ts';

const HONEST = { duckdb: [...HONEST_SHARED, ...HONEST_DUCKDB], sqlite: [...HONEST_SHARED, ...HONEST_SQLITE] };
const ATTACKS = { duckdb: [ATTACKS_SHARED, ATTACKS_DUCKDB], sqlite: [ATTACKS_SHARED, ATTACKS_SQLITE] };

describe.each<ShopDialect>(['duckdb', 'sqlite'])('checking statements for %s', (dialect) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(dialect);
  });
  afterAll(() => shop.close());

  it.each(HONEST[dialect])('accepts and runs without showing what is protected: %s', async (sql) => {
    const verdict = await shop.check(sql);
    expect(verdict).toMatchObject({ verdict: 'allow' });
    if (verdict.verdict === 'allow') expect(secretsIn(await shop.run(verdict.sql))).toEqual([]);
  });

  const attacks = ATTACKS[dialect].flatMap((list) =>
    Object.entries(list).flatMap(([codes, statements]) => statements.map((sql) => ({ codes: codes.split(' '), sql }))),
  );
  it.each(attacks)('refuses with $codes: $sql', async ({ codes, sql }) => {
    const verdict = await shop.check(sql);
    expect(verdict.verdict === 'deny' ? codes : verdict).toContain(verdict.verdict === 'deny' ? verdict.refusal.code : 'deny');
  });
});
