import { describe, expect, it } from 'vitest';
import { openExample } from '../testing/open-example.ts';
import { createVerifiedMatcher } from './match-verified.ts';
import { questionKey } from './question-key.ts';
import type { LiteralPlace, StatementLiteral, VerifiedStatement } from './verified-statement.ts';

const { engine } = openExample(
  `CREATE TABLE branches (branch_id INTEGER PRIMARY KEY, name TEXT, city TEXT);
   CREATE TABLE suppliers (supplier_id INTEGER PRIMARY KEY, name TEXT, city TEXT);
   CREATE TABLE sales (sale_id INTEGER PRIMARY KEY, branch_id INTEGER REFERENCES branches(branch_id), sold_on DATE, amount INTEGER, status TEXT);
   INSERT INTO branches VALUES (1, 'North', 'Riyadh'), (2, 'South', 'Jeddah'), (3, 'East', 'Al Khobar'), (4, 'O''Hara', 'Sa''da');
   INSERT INTO suppliers VALUES (1, 'Delta', 'Dubai'), (2, 'Echo', 'Riyadh');
   INSERT INTO sales VALUES (1, 1, '2025-03-01', 10, 'Paid'), (2, 2, '2025-04-01', 20, 'Open');`,
  [
    {
      kind: 'column',
      key: 'main.branches.city',
      body: { words: {}, description: null, format: null, currency: null, values: { Riyadh: { ar: ['الرياض'] }, Jeddah: { ar: ['جدة'] } } },
    },
  ],
);
const TODAY = '2026-03-10';

/** The literals of a statement as its reader in another room tells them. */
function pair(question: string, sql: string, asOf: string | null = TODAY, id = question): VerifiedStatement {
  const literals: StatementLiteral[] = [...sql.matchAll(/'((?:[^']|'')*)'|(?<![\w.])\d+(?:\.\d+)?/g)].map(({ 0: all, 1: text, index }) => {
    const before = sql.slice(0, index);
    const column = /(?:\w+\.)?(\w+)\s*(?:=|<>)\s*$/.exec(before)?.[1];
    const place: LiteralPlace = /limit\s*$/i.test(before)
      ? { kind: 'limit' }
      : column
        ? { kind: 'equals', column: column.toLowerCase() }
        : /[<>]=?\s*$/.test(before)
          ? { kind: 'compare' }
          : { kind: 'other' };
    return { index, kind: text === undefined ? 'number' : 'text', value: (text ?? all).replaceAll("''", "'"), place };
  });
  return { id, question, asOf, dialect: 'sqlite', literals, words: new Set(sql.toLowerCase().match(/\w+/g)) };
}

/** The statement that answers a question; null for none. */
function answer(of: VerifiedStatement & { sql?: string }, sql: string, question: string, today = TODAY): string | null {
  const found = createVerifiedMatcher([of], engine.values).match(question, today);
  if (found.kind !== 'one') return null;
  return found.edits
    .toSorted((a, b) => b.index - a.index)
    .reduce((text, { index, sql: edit }) => {
      const literal = of.literals.find((one) => one.index === index);
      const length = literal?.kind === 'text' ? `'${literal.value.replaceAll("'", "''")}'`.length : (literal?.value.length ?? 0);
      return text.slice(0, index) + edit + text.slice(index + length);
    }, sql);
}

const asked = (question: string, sql: string, other: string, today?: string, asOf?: string | null) =>
  answer(pair(question, sql, asOf), sql, other, today);

const CITY = "SELECT SUM(amount) FROM sales JOIN branches USING (branch_id) WHERE branches.city = 'Riyadh'";
const YEAR = "SELECT SUM(amount) FROM sales WHERE sold_on >= '2024-01-01' AND sold_on < '2025-01-01'";

describe('the same question', () => {
  it.each([
    ['Sales in Riyadh?', 'sales  in riyadh'],
    ['مبيعات الرياض', 'مبيعات الرِّياض؟'],
    ['المبيعات في ٢٠٢٤', 'المبيعات في 2024'],
    ['Sales “today”', 'sales today.'],
  ])('%s is %s', (one, other) => expect(questionKey(one)).toBe(questionKey(other)));

  it.each([
    ['sales > 100', 'sales < 100'],
    ['sales in Riyadh', 'sales not in Riyadh'],
    ['top 5 branches', 'top 50 branches'],
    ['share of 5%', 'share of 5'],
    ['sales -5', 'sales 5'],
  ])('%s is not %s', (one, other) => expect(questionKey(one)).not.toBe(questionKey(other)));

  it('runs as it is', () => expect(asked('Sales in Riyadh', CITY, 'sales in riyadh?')).toBe(CITY));

  it('runs as it is also where nothing of it could be replaced', () => {
    const sql = 'SELECT SUM(amount) FROM sales WHERE branch_id = 1';
    expect(asked('the figure that the board wants', sql, 'The figure that the board wants')).toBe(sql);
  });
});

describe('another value of the same column', () => {
  it.each([
    ['Sales in Riyadh', 'sales in Jeddah', "'Jeddah'"],
    ['Sales in Riyadh', 'Sales in Al Khobar?', "'Al Khobar'"],
    ['Sales in Riyadh', 'sales in الرياض', "'Riyadh'"],
    ['مبيعات مدينة الرياض', 'مبيعات مدينة جدة', "'Jeddah'"],
    ['Sales in Riyadh', "sales in Sa'da", "'Sa''da'"],
  ])('%s answers %s', (question, other, literal) => expect(asked(question, CITY, other)).toBe(CITY.replace("'Riyadh'", literal)));

  it.each([
    ['a city that no branch is in', 'sales in Dubai'],
    ['what is no value', 'sales in Atlantis'],
    ['the name of a branch', 'sales in North'],
    ['a further word', 'total sales in Jeddah'],
    ['a negation', 'sales not in Jeddah'],
    ['two values', 'sales in Jeddah Riyadh'],
    ['a follow-up in the slot', 'sales in Jeddah and Riyadh'],
    ['nothing in the slot', 'sales in'],
    ['a value with a typo', 'sales in Jedda'],
  ])('does not answer %s', (_what, other) => expect(asked('Sales in Riyadh', CITY, other)).toBeNull());

  it.each([
    ['in two places of the statement', 'Sales in Riyadh', `${CITY} OR branches.name = 'Riyadh'`],
    ['in two places of the question', 'Sales in Riyadh of Riyadh', CITY],
    ['not in the question', 'Sales of the capital', CITY],
    ['within a pattern', 'Sales in Riyadh', CITY.replace('=', 'LIKE')],
    ['within a list', 'Sales in Riyadh', CITY.replace("= 'Riyadh'", "IN ('Riyadh')")],
    ['in another column', 'Sales in Riyadh', CITY.replace('branches.city', 'sales.status')],
  ])('replaces nothing that stands %s', (_where, question, sql) => {
    expect(asked(question, sql, question.replace('Riyadh', 'Jeddah').replace('capital', 'Jeddah'))).toBeNull();
  });

  it('answers two slots at once, each from its own column', () => {
    const sql = `${CITY} AND sales.status = 'Paid'`;
    const other = sql.replace('Riyadh', 'Jeddah').replace('Paid', 'Open');
    expect(asked('Paid sales in Riyadh', sql, 'open sales in Jeddah')).toBe(other);
    expect(asked('Paid sales in Riyadh', sql, 'Jeddah sales in Open')).toBeNull();
  });
});

describe('words that mean to be SQL', () => {
  it.each([
    "sales in Jeddah' OR '1'='1",
    "sales in Jeddah'; DROP TABLE sales; --",
    "sales in '' UNION SELECT name FROM suppliers",
    'sales in Jeddah -- ',
    'sales in Jeddah/**/OR/**/1=1',
    "sales in Jeddah\\' OR 1=1",
    'sales in Jeddah\u0000',
    'sales in Jeddah ＇ OR 1=1',
  ])('match no slot: %s', (question) => {
    const made = asked('Sales in Riyadh', CITY, question);
    // Marks at the edge of a word say nothing; whatever is made holds the value of the data, and nothing else.
    expect([null, CITY.replace('Riyadh', 'Jeddah')]).toContain(made);
  });

  it('a hostile value of the data stays a literal', () => {
    const hostile = openExample(
      `CREATE TABLE branches (branch_id INTEGER PRIMARY KEY, city TEXT);
       INSERT INTO branches VALUES (1, 'Riyadh'), (2, 'x'' OR 1=1 --');`,
    );
    const sql = "SELECT COUNT(*) FROM branches WHERE city = 'Riyadh'";
    const found = createVerifiedMatcher([pair('branches in Riyadh', sql)], hostile.engine.values).match("branches in x' OR 1=1 --", TODAY);
    expect(found.kind === 'one' ? found.edits.map(({ sql: edit }) => edit) : []).toEqual(found.kind === 'one' ? ["'x'' OR 1=1 --'"] : []);
  });

  it.each([
    'top 5; DROP branches',
    'top 5e9 branches',
    'top -5 branches',
    'top 0x10 branches',
    'top 0 branches',
    'top 9999999999 branches',
    'top 2.5 branches',
  ])('a number is digits: %s', (question) =>
    expect(asked('top 3 branches', 'SELECT name FROM branches ORDER BY name LIMIT 3', question)).toBeNull(),
  );
});

describe('another number', () => {
  const sql = 'SELECT name FROM branches ORDER BY name LIMIT 3';
  it.each([
    ['top 3 branches', 'top 7 branches', '7'],
    ['أعلى ٣ فروع', 'أعلى ٧ فروع', '7'],
  ])('%s answers %s', (question, other, number) => expect(asked(question, sql, other)).toBe(sql.replace('3', number)));

  it('takes the place of a bound', () => {
    const over = 'SELECT COUNT(*) FROM sales WHERE amount > 15';
    expect(asked('how many sales over 15', over, 'how many sales over 12.5')).toBe(over.replace('15', '12.5'));
  });

  it.each([
    ['is part of a calculation', 'sales per 3 months', 'SELECT SUM(amount) / 3 FROM sales'],
    ['stands in two places', 'top 3 branches', 'SELECT name FROM branches WHERE branch_id > 3 LIMIT 3'],
  ])('does not where it %s', (_why, question, statement) => expect(asked(question, statement, question.replace('3', '4'))).toBeNull());
});

describe('another period', () => {
  it.each([
    ['sales in 2024', 'sales in 2025', "'2025-01-01'", "'2026-01-01'"],
    ['sales in 2024', 'Sales last year', "'2025-01-01'", "'2026-01-01'"],
    ['المبيعات في عام 2024', 'المبيعات في عام ٢٠٢٣', "'2023-01-01'", "'2024-01-01'"],
  ])('%s answers %s', (question, other, from, to) => {
    const moved = `SELECT SUM(amount) FROM sales WHERE sold_on >= ${from} AND sold_on < ${to}`;
    expect(asked(question, YEAR, other)).toBe(moved);
  });

  it('moves a month, its last day and a written year', () => {
    const month = "SELECT SUM(amount) FROM sales WHERE sold_on BETWEEN '2024-02-01' AND '2024-02-29'";
    expect(asked('sales in February 2024', month, 'sales in April 2025')).toBe(
      month.replace('2024-02-01', '2025-04-01').replace('2024-02-29', '2025-04-30'),
    );
    const year = "SELECT SUM(amount) FROM sales WHERE strftime('%Y', sold_on) = '2024'";
    const equals = {
      ...pair('sales in 2024', year),
      literals: pair('sales in 2024', year).literals.map((one) =>
        one.value === '2024' ? { ...one, place: { kind: 'compare' } as const } : one,
      ),
    };
    expect(answer(equals, year, 'sales in 2025')).toBe(year.replace('2024', '2025'));
  });

  it.each([
    ['a month for a year', 'sales in 2024', YEAR, 'sales in March 2025'],
    ['an open period for a closed one', 'sales in 2024', YEAR, 'sales since 2025'],
    ['a date beside it stays', 'sales in 2024', `${YEAR} AND sold_on <> '2023-12-24'`, 'sales in 2025'],
    ['it is written in pieces', 'sales in March 2024', 'SELECT 1 FROM sales WHERE yr = 2024 AND mon = 3', 'sales in April 2024'],
    [
      'the year before is compared',
      'sales in 2024 against the year before',
      `${YEAR} UNION SELECT SUM(amount) FROM sales WHERE sold_on >= '2023-01-01'`,
      'sales in 2025 against the year before',
    ],
  ])('does not move where %s', (_why, question, sql, other) => expect(asked(question, sql, other)).toBeNull());

  it('answers "last month" as of the day it is asked', () => {
    const sql = "SELECT SUM(amount) FROM sales WHERE sold_on >= '2026-02-01' AND sold_on < '2026-03-01'";
    expect(asked('sales last month', sql, 'sales last month', '2026-03-31')).toBe(sql);
    expect(asked('sales last month', sql, 'sales last month', '2026-05-02')).toBe(
      "SELECT SUM(amount) FROM sales WHERE sold_on >= '2026-04-01' AND sold_on < '2026-05-01'",
    );
  });

  it.each([
    ['its day is not known', "SELECT 1 FROM sales WHERE sold_on >= '2026-02-01'", null],
    ['a date does not follow it', "SELECT 1 FROM sales WHERE sold_on >= '2026-02-01' AND sold_on < '2026-02-20'", TODAY],
    ['it is written in pieces', 'SELECT 1 FROM sales WHERE mon = 2', TODAY],
    ['the statement says no date', 'SELECT 1 FROM sales', TODAY],
  ])('does not answer "last month" on another day where %s', (_why, sql, asOf) => {
    expect(asked('sales last month', sql, 'sales last month', '2026-05-02', asOf)).toBeNull();
  });

  it('answers "last month" on any day where the database counts from today itself', () => {
    const sql = "SELECT SUM(amount) FROM sales WHERE sold_on >= date('now', 'start of month')";
    expect(asked('sales last month', sql, 'sales last month', '2026-05-02')).toBe(sql);
  });
});

describe('several', () => {
  const count = CITY.replace('SUM(amount)', 'COUNT(*)');

  it('matches are told as such, never chosen from', () => {
    const matcher = createVerifiedMatcher(
      [pair('sales in Riyadh', CITY, TODAY, 'a'), pair('Sales in Jeddah', count.replace('Riyadh', 'Jeddah'), TODAY, 'b')],
      engine.values,
    );
    expect(matcher.match('sales in Al Khobar', TODAY)).toEqual({ kind: 'several', ids: ['a', 'b'] });
    expect(matcher.match('sales in Jeddah', TODAY)).toMatchObject({ kind: 'one', id: 'b', edits: [] });
  });

  it('near ones are offered only', () => {
    const matcher = createVerifiedMatcher([pair('sales in Riyadh', CITY, TODAY, 'a')], engine.values);
    expect(matcher.match('show the sales in Riyadh', TODAY)).toEqual({ kind: 'none' });
    expect(matcher.near('show the sales in Riyadh', 3)).toEqual(['a']);
    expect(matcher.near('how many suppliers are there', 3)).toEqual([]);
  });
});
