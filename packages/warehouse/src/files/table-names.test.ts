import { describe, expect, it } from 'vitest';
import { findOpenQuote, findUnevenRecord, recogniseCsv } from './csv-dialect.ts';
import { tableNamesOf } from './table-names.ts';

describe('table names', () => {
  it('keep letters and digits of any script and join them', () => {
    expect(tableNamesOf(['Sales Report (Q1).csv', 'مبيعات ٢٠٢٤.csv', 'a.b.c.parquet', '../../etc/passwd', '???.json'], new Set())).toEqual([
      'sales_report_q1',
      'مبيعات_٢٠٢٤',
      'a_b_c',
      'passwd',
      'data',
    ]);
  });

  it('begin with a letter, are no reserved word, and differ', () => {
    expect(tableNamesOf(['2024.csv', 'Select.csv', 'x.csv', 'X.json', 'x.parquet'], new Set(['select']))).toEqual([
      't_2024',
      'select_data',
      'x',
      'x_2',
      'x_3',
    ]);
  });
});

describe('the dialect of a CSV file', () => {
  it.each([
    ['a,b\n1;2,3\n', ',', '.'],
    ['"a,b,c";d\n1;2\n', ';', '.'],
    ['a;b\n1,5;2\n', ';', ','],
    ['a;b\n1,5;2.5\n', ';', '.'],
    ['a\tb\n', '\t', '.'],
    ['a|b|c\n', '|', '.'],
    ['alone\n', ',', '.'],
  ])('of %j is told by its first record', (head, delimiter, decimalSeparator) => {
    expect(recogniseCsv(head)).toEqual({ delimiter, decimalSeparator });
  });

  it('finds the line to blame, line breaks in quotes counted', () => {
    expect(findUnevenRecord('a,b\n"1\n1",2\n\n3\n', ',')).toEqual({ line: 5, found: 1, expected: 2 });
    expect(findUnevenRecord('a,b\n1,2', ',')).toBeNull();
    expect(findOpenQuote('a,b\n"x ""y""",1\n"z,2\n')).toBe(3);
    expect(findOpenQuote('"a"\n"b"')).toBeNull();
  });
});
