import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { draftModel, type SemanticColumn } from '@majed-vanna/nlq';
import { openWarehouse } from '@majed-vanna/warehouse';
import { expect, test } from 'vitest';
import { joinKey } from './draft-bodies.ts';
import { columnEvidence, joinEvidence, unitOf } from './evidence.ts';
import { createOverlaps } from './value-overlap.ts';

test.each([
  ['weight_kg', 'kg'],
  ['discountPct', '%'],
  ['floor_area_m2', 'm²'],
  ['kg', null],
  ['order_id', null],
  ['team', null],
])('the unit of %s is %s', (name, unit) => expect(unitOf(name, 'decimal')).toBe(unit));

test('a text has no unit, and a guess says what it rests on', () => {
  const column: SemanticColumn = {
    name: 'contact_m',
    kind: 'text',
    nativeType: 'TEXT',
    comment: 'Whom to write to',
    words: {},
    values: ['a@b.sa', 'c@d.sa'],
    range: null,
    format: null,
    currency: null,
    masked: false,
  };
  expect(columnEvidence(column)).toEqual([
    { basis: 'name', share: null, detail: null },
    { basis: 'comment', share: null, detail: null },
    { basis: 'pattern', share: null, detail: 'e-mail' },
  ]);
});

test('the database counts how well a guessed join fits, once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'overlap-'));
  const path = join(folder, 'a.sqlite');
  const file = new DatabaseSync(path);
  file.exec(
    'CREATE TABLE cities (city_id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE shops (shop_id INTEGER PRIMARY KEY, city_id INTEGER)',
  );
  for (let id = 1; id <= 100; id++)
    file.exec(`INSERT INTO cities VALUES (${id}, 'c'); INSERT INTO shops VALUES (${id}, ${id <= 98 ? id : id + 400})`);
  file.close();
  const warehouse = openWarehouse({ dialect: 'sqlite', path });
  const snapshot = await warehouse.introspect();
  const model = draftModel({ snapshot, profiles: [] });
  const overlaps = createOverlaps();
  const [guess] = model.joins;
  if (!guess) throw new Error('nothing was guessed');
  await overlaps.count(model, model.joins, { warehouse, snapshot });
  const share = overlaps.known(model).get(joinKey(guess));
  expect(share).toBe(0.98);
  expect(joinEvidence(guess, () => undefined, share ?? null)).toEqual([
    { basis: 'name', share: null, detail: null },
    { basis: 'values', share: 0.98, detail: null },
  ]);
  await warehouse.close();
  await overlaps.count(model, model.joins, { warehouse, snapshot });
  expect(overlaps.known(model).size).toBe(1);
  rmSync(folder, { recursive: true });
});
