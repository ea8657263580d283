import type { Cell, ResultColumn } from '@majed-vanna/contract';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csvChunks, neutralise } from './csv.ts';
import { exportFileName } from './export-file-name.ts';
import { xlsxChunks } from './xlsx.ts';

const column = (label: string, kind: ResultColumn['kind'], more: Partial<ResultColumn> = {}): ResultColumn => ({
  name: label,
  label,
  kind,
  format: null,
  currency: null,
  ...more,
});

async function* batches(...all: Cell[][][]) {
  yield* all;
}

async function bytes(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

async function workbook(columns: readonly ResultColumn[], rows: AsyncIterable<readonly (readonly Cell[])[]>, options = {}) {
  const book = new ExcelJS.Workbook();
  const content = await bytes(xlsxChunks(columns, rows, { rightToLeft: false, ...options }));
  // The reader's types ask for an older Buffer than Node's.
  await book.xlsx.load(content as unknown as Parameters<typeof book.xlsx.load>[0]);
  return book;
}

describe('neutralise', () => {
  it.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', '\t=1', '\r=1', '  =1', '＝1+1', "-1';DROP", '+966 5', '\u200f=1'])(
    'puts an apostrophe before %j',
    (text) => {
      expect(neutralise(text)).toBe(`'${text}`);
    },
  );

  it.each(['-12.5', '+3', '-1e-7', '12', 'a=b', 'Riyadh', '', '2025-01-01', "'x"])('leaves %j alone', (text) => {
    expect(neutralise(text)).toBe(text);
  });
});

describe('CSV', () => {
  it('quotes what needs it, marks UTF-8, ends lines as RFC 4180 says', async () => {
    const columns = [column('Name, full', 'text'), column('=Amount', 'decimal'), column('Active', 'boolean')];
    const csv = await bytes(
      csvChunks(
        columns,
        batches(
          [['say "hi"', -1.5, true]],
          [
            ['الرياض\nشمال', '12.50', null],
            ['=HYPERLINK("x")', null, false],
          ],
        ),
      ),
    );
    expect(csv.toString('utf8')).toBe(
      '\uFEFF"Name, full",\'=Amount,Active\r\n"say ""hi""",-1.5,true\r\n"الرياض\nشمال",12.50,\r\n"\'=HYPERLINK(""x"")",,false\r\n',
    );
  });

  it('takes a batch only when it is asked for one', async () => {
    let made = 0;
    async function* counted() {
      for (;;) {
        made++;
        yield [[made]];
      }
    }
    const chunks = csvChunks([column('n', 'integer')], counted());
    await chunks.next();
    await chunks.next();
    expect(made).toBe(1);
    await chunks.return(undefined);
  });
});

describe('XLSX', () => {
  it('writes numbers as numbers, dates as dates, formulas as text', async () => {
    const columns = [
      column('Name', 'text'),
      column('Net', 'decimal', { format: 'currency', currency: 'SAR' }),
      column('Day', 'date'),
      column('At', 'timestamp'),
      column('Share', 'decimal', { format: 'percent' }),
      column('Big', 'integer'),
    ];
    const book = await workbook(
      columns,
      batches(
        [['=1+1', '12.50', '2025-03-04', '2025-03-04 06:00:00', 0.125, '12345678901234567890']],
        [['<&">\u0007', null, '1850-01-01', null, 1, 7]],
      ),
    );
    const sheet = book.getWorksheet('Result');
    const row = sheet?.getRow(2);
    expect(sheet?.getRow(1).getCell(1).font.bold).toBe(true);
    expect(row?.getCell(1).type).toBe(ExcelJS.ValueType.String);
    expect(row?.getCell(1).value).toBe('=1+1');
    expect(row?.getCell(2).value).toBe(12.5);
    expect(row?.getCell(2).numFmt).toBe('#,##0.00 "SAR"');
    expect(row?.getCell(3).value).toEqual(new Date('2025-03-04T00:00:00Z'));
    expect(row?.getCell(4).value).toEqual(new Date('2025-03-04T06:00:00Z'));
    expect(row?.getCell(5).numFmt).toBe('0.0%');
    expect(row?.getCell(6).value).toBe('12345678901234567890');
    expect(sheet?.getRow(3).getCell(1).value).toBe('<&">');
    expect(sheet?.getRow(3).getCell(3).value).toBe('1850-01-01');
  });

  it('runs from right to left for Arabic', async () => {
    const book = await workbook([column('المدينة', 'text')], batches([['الرياض']]), { rightToLeft: true });
    expect(book.worksheets[0]?.views[0]?.rightToLeft).toBe(true);
  });

  it('goes on in a further sheet when one is full, and needs no row', async () => {
    const book = await workbook([column('n', 'integer')], batches([[1], [2], [3]], [[4], [5]]), { maxSheetRows: 2 });
    expect(book.worksheets.map((sheet) => sheet.rowCount)).toEqual([3, 3, 2]);
    expect((await workbook([column('n', 'integer')], batches())).worksheets[0]?.rowCount).toBe(1);
  });

  it('passes on a failure of the rows, and lets go of them when the reader leaves', async () => {
    let closed = false;
    async function* endless() {
      try {
        for (;;) yield Array.from({ length: 1_000 }, (): Cell[] => [Math.random()]);
      } finally {
        closed = true;
      }
    }
    const chunks = xlsxChunks([column('n', 'decimal')], endless(), { rightToLeft: false });
    await chunks.next();
    await chunks.next();
    await chunks.return(undefined);
    expect(closed).toBe(true);
    async function* failing(): AsyncGenerator<Cell[][]> {
      yield [[1]];
      throw new Error('gone');
    }
    await expect(bytes(xlsxChunks([column('n', 'integer')], failing(), { rightToLeft: false }))).rejects.toThrow('gone');
  });
});

describe('file name of an export', () => {
  it.each([
    ['Sales by region, 2025', 'Sales by region, 2025.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['a<b>c:"d"|e?*\u0000\u202e', 'a b c d e.csv'],
    ['المبيعات حسب المنطقة', 'المبيعات حسب المنطقة.csv'],
    ['CON', 'result.csv'],
    ['...', 'result.csv'],
    ['x'.repeat(300), `${'x'.repeat(80)}.csv`],
  ])('%j becomes %j', (title, expected) => {
    expect(exportFileName(title, 'csv')).toBe(expected);
  });
});
