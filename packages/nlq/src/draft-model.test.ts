import type { ColumnKind, SchemaSnapshot, TableSnapshot } from '@majed-vanna/contract';
import { semanticEntryBody } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import type { ColumnProfile } from './draft/column-profile.ts';
import { draftModel } from './draft-model.ts';

const TYPES: Record<string, ColumnKind> = { i: 'integer', t: 'text', d: 'decimal', date: 'date' };

/** `name: i id, t name` as a table. */
function table(name: string, columns: string, more: Partial<TableSnapshot> = {}): TableSnapshot {
  return {
    schema: 'shop',
    name,
    kind: 'table',
    comment: null,
    columns: columns.split(', ').map((column) => {
      const [type = '', columnName = ''] = column.split(' ');
      return { name: columnName, nativeType: type, kind: TYPES[type] ?? 'other', nullable: true, comment: null };
    }),
    primaryKey: [],
    foreignKeys: [],
    rowEstimate: 10,
    ...more,
  };
}

function draft(tables: TableSnapshot[], profiles: ColumnProfile[] = [], entries: unknown[] = []) {
  const snapshot: SchemaSnapshot = { dialect: 'duckdb', defaultSchema: 'shop', tables, takenAt: '2026-01-01T00:00:00.000Z' };
  return draftModel({ snapshot, profiles, entries: entries.map((entry) => semanticEntryBody.parse(entry)) });
}

const joinsOf = (model: ReturnType<typeof draft>) =>
  model.joins.map(
    ({ from, to, words }) =>
      `${from.table}.${from.columns.join()} -> ${to.table}.${to.columns.join()}${words.en ? ` as ${words.en.join()}` : ''}`,
  );
const wordsOf = (name: string) => draft([table('things', `t ${name}`)]).tables[0]?.columns[0]?.words.en;

describe('Arabic names', () => {
  const customers = table('tbl_customers', 'i id, t city_nm, date reg_dt, t flux_cd');
  const columnsOf = (entries: unknown[]) => draft([customers], [], entries).tables[0]?.columns.map(({ words }) => words.ar);

  it('are guessed where every word is known, a table by its plural first', () => {
    expect(draft([customers]).tables[0]?.words.ar).toEqual(['العملاء']);
    expect(columnsOf([])).toEqual([['المعرف'], ['اسم المدينة'], ['تاريخ التسجيل'], undefined]);
  });

  it('are not guessed any more for what people gave another name', () => {
    const named = (words: object) => ({ kind: 'column', key: 'shop.tbl_customers.reg_dt', body: { words } });
    expect(columnsOf([named({ en: ['onboarding day'] })])?.[2]).toBeUndefined();
    expect(columnsOf([named({ ar: ['يوم الانضمام'] })])?.[2]).toEqual(['يوم الانضمام']);
    expect(columnsOf([named({ en: ['registration date', 'signed up'] })])?.[2]).toEqual(['تاريخ التسجيل']);
  });
});

describe('names as words', () => {
  it.each([
    ['custId', 'customer id'],
    ['CUST_NM', 'customer name'],
    ['orderdate', 'order date'],
    ['TotalAmtUSD', 'total amount usd'],
    ['addressLine2', 'address line 2'],
    ['order_qty', 'order quantity'],
    ['lastname', 'last name'],
    ['no_show', 'no show'],
    ['invoice_no', 'invoice number'],
    ['reg_dt', 'registration date'],
    ['reg_cd', 'region code'],
    ['المدينة', 'المدينة'],
  ])('%s reads "%s"', (name, expected) => expect(wordsOf(name)?.[0]).toBe(expected));

  it('cuts names without a mark by words that other names are made of', () => {
    const model = draft([table('warranties', 'i id'), table('claims', 'i warrantyid'), table('claim_warranty', 'i x')]);
    expect(model.tables[1]?.columns[0]?.words.en?.[0]).toBe('warranty id');
  });

  it('drops what says nothing from names of tables', () => {
    expect(draft([table('dim_customer', 'i id')]).tables[0]?.words.en?.[0]).toBe('customer');
    expect(draft([table('acme_orders', 'i id'), table('acme_lines', 'i id'), table('acme_items', 'i id')]).tables[1]?.words.en?.[0]).toBe(
      'lines',
    );
  });
});

describe('joins', () => {
  it('keeps declared keys and guesses none beside them', () => {
    const key = { columns: ['customer_id'], referencedSchema: 'shop', referencedTable: 'customers', referencedColumns: ['id'] };
    const model = draft([
      table('customers', 'i id, t name', { primaryKey: ['id'] }),
      table('orders', 'i id, i customer_id', { primaryKey: ['id'], foreignKeys: [key] }),
    ]);
    expect(model.joins).toMatchObject([{ origin: 'declared', cardinality: 'many_to_one' }]);
    expect(joinsOf(model)).toEqual(['shop.orders.customer_id -> shop.customers.id']);
  });

  it('guesses keys by name and type, with the role in front of it', () => {
    const model = draft([
      table('customers', 'i id, t name'),
      table('cities', 'i city_id, t city_name'),
      table('orders', 'i id, i customer_id, i shipping_city_id, t customer'),
    ]);
    expect(joinsOf(model)).toEqual([
      'shop.orders.customer_id -> shop.customers.id',
      'shop.orders.shipping_city_id -> shop.cities.city_id as shipping',
    ]);
    expect(model.joins.every(({ origin }) => origin === 'guessed')).toBe(true);
  });

  it('sees a key in the initial of its table', () => {
    expect(joinsOf(draft([table('doctor', 'i did, t name'), table('visit', 'i vid, i did, date day')]))).toEqual([
      'shop.visit.did -> shop.doctor.did',
    ]);
  });

  it('sees a key in a name when every row has another one', () => {
    const values = ['North', 'South'];
    const model = draft(
      [table('region', 't region_name, i area', { rowEstimate: 2 }), table('town', 't town_name, t region_name')],
      [{ schema: 'shop', table: 'region', column: 'region_name', values, range: null }],
    );
    expect(joinsOf(model)).toEqual(['shop.town.region_name -> shop.region.region_name']);
  });

  it('does not guess where the values cannot meet', () => {
    const profiles = [
      { schema: 'shop', table: 'customers', column: 'id', values: null, range: { min: 1, max: 50 } },
      { schema: 'shop', table: 'orders', column: 'customer_id', values: null, range: { min: 900, max: 990 } },
    ];
    expect(joinsOf(draft([table('customers', 'i id'), table('orders', 'i customer_id')], profiles))).toEqual([]);
  });

  it('does not tie tables by names that everything has', () =>
    expect(joinsOf(draft([table('a', 'i id, t name, t status'), table('b', 'i id, t name, t status')]))).toEqual([]));
});

describe('numbers', () => {
  it.each([
    ['d unit_price', null, { format: 'currency', currency: null }],
    ['d amount_sar', null, { format: 'currency', currency: 'SAR' }],
    ['d discount_rate', { min: 0, max: 0.4 }, { format: 'percent' }],
    ['d tax_pct', { min: 0, max: 15 }, { format: 'number' }],
    ['i quantity', null, { format: 'integer' }],
    ['i order_year', null, { format: null }],
    ['i customer_id', null, { format: null }],
  ])('%s', (column, range, expected) => {
    const model = draft(
      [table('things', column)],
      [{ schema: 'shop', table: 'things', column: column.split(' ')[1] ?? '', values: null, range }],
    );
    expect(model.tables[0]?.columns[0]).toMatchObject(expected);
  });
});

describe('what people wrote', () => {
  const tables = [
    table('orders', 'i id, t st, d net, date placed_on', { primaryKey: ['id'] }),
    table('people', 'i id, t full_name, i boss_id'),
  ];

  it('puts their words first and keeps the names as synonyms', () => {
    const model = draft(
      tables,
      [],
      [
        {
          kind: 'column',
          key: 'shop.orders.st',
          body: { words: { en: ['status', 'state'], ar: ['الحالة'] }, values: { C: { en: ['cancelled'], ar: ['ملغي'] } } },
        },
      ],
    );
    expect(model.tables[0]?.columns[1]).toMatchObject({
      words: { en: ['status', 'state', 'st'], ar: ['الحالة'] },
      valueWords: { C: { en: ['cancelled'], ar: ['ملغي'] } },
    });
  });

  it('takes metrics and named sets of rows', () => {
    const model = draft(
      tables,
      [],
      [
        {
          kind: 'metric',
          key: 'revenue',
          body: {
            words: { en: ['revenue'] },
            table: 'shop.orders',
            expression: 'SUM({net})',
            dateColumn: 'placed_on',
            format: 'currency',
            currency: 'SAR',
          },
        },
        {
          kind: 'glossary',
          key: 'big order',
          body: { words: { en: ['big order'] }, condition: { table: 'shop.orders', filter: '{net} > 1000' } },
        },
        { kind: 'glossary', key: 'vat', body: { words: { en: ['VAT'] }, description: 'Value added tax' } },
      ],
    );
    expect(model.metrics).toMatchObject([{ name: 'revenue', filter: null, dateColumn: 'placed_on' }]);
    expect(model.conditions).toMatchObject([{ name: 'big order', filter: '{net} > 1000' }]);
  });

  it('lets a confirmed join replace the guess', () => {
    const entry = {
      kind: 'join',
      key: 'boss',
      body: {
        words: { en: ['boss'] },
        from: { table: 'shop.people', columns: ['boss_id'] },
        to: { table: 'shop.people', columns: ['id'] },
      },
    };
    expect(draft(tables, [], [entry]).joins).toMatchObject([{ origin: 'confirmed', words: { en: ['boss'] } }]);
  });

  it('finds the column that names a row', () =>
    expect(draft(tables).tables.map(({ displayColumn }) => displayColumn)).toEqual([null, 'full_name']));
});

it('the first column of a table numbers its rows where it is the code of what the table holds', () => {
  const model = draft([table('crm_customer', 't cust_cd, t cust_nm'), table('crm_invoice', 't inv_no, t cust_cd, d amt')]);
  expect(joinsOf(model)).toEqual(['shop.crm_invoice.cust_cd -> shop.crm_customer.cust_cd']);
});
