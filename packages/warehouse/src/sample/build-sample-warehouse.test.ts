import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { semanticEntryBody } from '@majed-vanna/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWarehouse } from '../open-warehouse.ts';
import { collect } from '../testing/collect.ts';
import type { Warehouse } from '../warehouse.ts';
import { buildSampleWarehouse, type SampleReport } from './build-sample-warehouse.ts';
import { makeSample } from './make-sample.ts';
import { sampleSemanticEntries } from './semantics/sample-semantic-entries.ts';

let folder: string;
let report: SampleReport;
let warehouse: Warehouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'));
  report = await buildSampleWarehouse({ path: join(folder, 'sample.duckdb') });
  warehouse = openWarehouse({ dialect: 'duckdb', path: join(folder, 'sample.duckdb') });
}, 60_000);
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

const rows = async (sql: string) => (await collect(warehouse, sql)).rows;
const sqlOf = (notation: string) => notation.replaceAll(/\{(\w+)\}/g, '"$1"');

describe('sample warehouse', () => {
  it('is one finished file of eleven tables and about 200,000 order lines', async () => {
    expect(await readdir(folder)).toEqual(['sample.duckdb']);
    if (process.platform !== 'win32') expect((await stat(join(folder, 'sample.duckdb'))).mode & 0o777).toBe(0o600);
    expect(report.tables.length).toBe(11);
    const lines = report.tables.find(({ name }) => name === 'order_lines')?.rows ?? 0;
    expect(lines).toBeGreaterThan(180_000);
    expect(lines).toBeLessThan(220_000);
    expect(await rows('SELECT min(order_date), max(order_date) FROM orders')).toEqual([[report.from, report.to]]);
  });

  it('holds the same content on every machine', () => {
    const hash = createHash('sha256');
    for (const [table, content] of makeSample()) for (const row of content) hash.update(`${table}${JSON.stringify(row)}\n`);
    expect(hash.digest('hex')).toBe('fa8e1af9471640e1ceaa69f67ea37e6b8775185c40831c9bc813c55f20cbe5d3');
  });

  it('describes every table and column, and declares keys', async () => {
    const { tables } = await warehouse.introspect();
    expect(
      tables
        .flatMap(({ name, comment, columns }) => [
          [name, comment] as const,
          ...columns.map((column) => [`${name}.${column.name}`, column.comment] as const),
        ])
        .filter(([, comment]) => comment === null),
    ).toEqual([]);
    expect(tables.filter(({ primaryKey }) => primaryKey.length === 0)).toEqual([]);
    expect(tables.flatMap(({ foreignKeys }) => foreignKeys).length).toBe(12);
  });

  it('tells the story of five regions: Riyadh leads, only the north falls in 2025', async () => {
    const perRegion = await rows(`SELECT r.name, year(o.order_date) AS y, sum(l.net_amount - l.refund_amount) / 1e6 AS m
      FROM order_lines l JOIN orders o USING (order_id) JOIN branches b USING (branch_id) JOIN regions r USING (region_id)
      WHERE NOT l.is_cancelled AND year(o.order_date) >= 2024 GROUP BY ALL ORDER BY y, m DESC`);
    const of = (year: number) => new Map(perRegion.filter(([, y]) => y === year).map(([name, , millions]) => [name, Number(millions)]));
    expect([...of(2025).keys()]).toEqual(['Riyadh', 'Makkah', 'Eastern', 'Asir', 'Northern']);
    expect([...of(2025)].filter(([name, millions]) => millions < (of(2024).get(name) ?? 0)).map(([name]) => name)).toEqual(['Northern']);
  });

  it('adds up: lines, VAT, returns, targets', async () => {
    expect(
      await rows(
        'SELECT count(*) FROM order_lines WHERE net_amount <> quantity * unit_price - discount_amount OR abs(vat_amount - net_amount * 0.15) > 0.01',
      ),
    ).toEqual([[0]]);
    expect(
      await rows('SELECT count(*) FROM order_lines l JOIN orders o USING (order_id) WHERE l.is_cancelled <> (o.status = $$Cancelled$$)'),
    ).toEqual([[0]]);
    expect(await rows('SELECT (SELECT sum(refund_amount) FROM returns) - (SELECT sum(refund_amount) FROM order_lines)')).toEqual([[0]]);
    expect(
      await rows(
        'SELECT (SELECT sum(achieved_amount) FROM sales_targets) - (SELECT sum(net_amount - refund_amount) FROM order_lines WHERE NOT is_cancelled)',
      ),
    ).toEqual([[0]]);
    expect(await rows('SELECT count(*) FROM orders o JOIN customers c USING (customer_id) WHERE c.signed_up_on > o.order_date')).toEqual([
      [0],
    ]);
    expect(
      await rows(
        'SELECT count(*) FROM orders o JOIN employees e USING (employee_id) WHERE e.hired_on > o.order_date OR e.branch_id <> o.branch_id',
      ),
    ).toEqual([[0]]);
    expect(
      await rows(
        'SELECT count(*) FROM orders o JOIN branches b USING (branch_id) WHERE o.order_date < b.opened_on OR o.order_date > b.closed_on',
      ),
    ).toEqual([[0]]);
  });

  it('is busiest before the feasts and on White Friday, and quiet in summer', async () => {
    const [[whiteFriday, summer, ramadanEnd, ordinary] = []] = await rows(`SELECT
      count(*) FILTER (order_date = DATE '2024-11-29'), count(*) FILTER (order_date BETWEEN '2024-07-15' AND '2024-07-28') / 14,
      count(*) FILTER (order_date BETWEEN '2024-03-31' AND '2024-04-09') / 10, count(*) FILTER (order_date BETWEEN '2024-10-06' AND '2024-10-19') / 14 FROM orders`);
    expect(Number(whiteFriday)).toBeGreaterThan(Number(ordinary) * 2);
    expect(Number(ramadanEnd)).toBeGreaterThan(Number(ordinary) * 1.3);
    expect(Number(summer)).toBeLessThan(Number(ordinary) * 0.95);
  });
});

describe('meaning of the sample', () => {
  const entries = sampleSemanticEntries.map((entry) => semanticEntryBody.parse(entry));

  it('names things once, and only things that are there, in both languages', async () => {
    const keys = entries.map(({ kind, key }) => `${kind} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(entries.filter(({ body }) => !body.words.en?.length || !body.words.ar?.length).map(({ key }) => key)).toEqual([]);
    const { tables } = await warehouse.introspect();
    const known = new Set(
      tables.flatMap(({ schema, name, columns }) => [`${schema}.${name}`, ...columns.map((column) => `${schema}.${name}.${column.name}`)]),
    );
    expect(entries.filter(({ kind, key }) => (kind === 'table' || kind === 'column') && !known.has(key)).map(({ key }) => key)).toEqual([]);
    const tablesNamed = entries.filter(({ kind }) => kind === 'table').length;
    expect(tablesNamed).toBe(tables.length);
  });

  it('names only values that occur', async () => {
    const missing: string[] = [];
    for (const entry of entries) {
      if (entry.kind !== 'column') continue;
      const [, table, column] = entry.key.split('.');
      for (const value of Object.keys(entry.body.values)) {
        const [[count] = []] = await rows(`SELECT count(*) FROM "${table}" WHERE "${column}" = '${value}'`);
        if (count === 0) missing.push(`${entry.key} ${value}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('has metrics and terms that run and come to something', async () => {
    for (const entry of entries) {
      if (entry.kind === 'metric') {
        const { table, expression, filter } = entry.body;
        const [[value] = []] = await rows(`SELECT ${sqlOf(expression)} FROM ${table}${filter === null ? '' : ` WHERE ${sqlOf(filter)}`}`);
        expect(Number(value), entry.key).toBeGreaterThan(0);
      }
      if (entry.kind === 'glossary' && entry.body.condition !== null) {
        const [[count] = []] = await rows(`SELECT count(*) FROM ${entry.body.condition.table} WHERE ${sqlOf(entry.body.condition.filter)}`);
        expect(Number(count), entry.key).toBeGreaterThan(0);
      }
    }
  });
});
