import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS_DUCKDB } from './testing/attacks-duckdb.ts';
import { ATTACKS_SHARED } from './testing/attacks-shared.ts';
import { ATTACKS_SQLITE } from './testing/attacks-sqlite.ts';
import { HONEST_DUCKDB } from './testing/honest-duckdb.ts';
import { HONEST_SHARED } from './testing/honest-shared.ts';
import { HONEST_SQLITE } from './testing/honest-sqlite.ts';
import { createMutator } from './testing/mutate.ts';
import { openShop, type Shop, type ShopDialect, secretsIn } from './testing/shop.ts';

const MUTANTS = 1_000;
const HONEST = { duckdb: [...HONEST_SHARED, ...HONEST_DUCKDB], sqlite: [...HONEST_SHARED, ...HONEST_SQLITE] };
const ATTACKS = { duckdb: [ATTACKS_SHARED, ATTACKS_DUCKDB], sqlite: [ATTACKS_SHARED, ATTACKS_SQLITE] };

describe.each<ShopDialect>(['duckdb', 'sqlite'])('mutated statements on %s', (dialect) => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(dialect);
  });
  afterAll(() => shop.close());

  it('are refused, or show nothing that is protected and no more rows than the cap', { timeout: 120_000 }, async () => {
    const donors = [...HONEST[dialect], ...ATTACKS[dialect].flatMap((list) => Object.values(list).flat())];
    const mutate = createMutator(20_251_123, donors);
    let allowed = 0;
    for (let i = 0; i < MUTANTS; i++) {
      const sql = mutate(HONEST[dialect][i % HONEST[dialect].length] ?? '');
      const verdict = await shop.check(sql);
      if (verdict.verdict === 'deny') continue;
      allowed += 1;
      // Some mutants are fit for the guard and not for the database, such as a sum of text.
      const rows = await shop.run(verdict.sql).catch(() => []);
      expect(secretsIn(rows), `${sql}\n${verdict.sql}`).toEqual([]);
      expect(rows.length).toBeLessThanOrEqual(100);
    }
    expect(allowed).toBeGreaterThan(20);
  });
});
