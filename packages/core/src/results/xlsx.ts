import type { Cell, ResultColumn } from '@majed-vanna/contract';
import type { RowBatches } from './row-batches.ts';
import { columnLetters, escapeXml, xlsxCell, xlsxText } from './xlsx-cell.ts';
import { HEADER_STYLE, xlsxStyles } from './xlsx-styles.ts';
import { type ZipEntry, zipChunks } from './zip-stream.ts';

export interface XlsxOptions {
  readonly rightToLeft: boolean;
  /** Rows of one sheet without its header; more go to further sheets. */
  readonly maxSheetRows?: number;
}

/** Excel's own limit is 1,048,576 with the header. */
const MAX_SHEET_ROWS = 1_048_575;
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An Office Open XML workbook (ECMA-376), written row by row and compressed on the way; memory does not grow with the rows. */
export async function* xlsxChunks(columns: readonly ResultColumn[], batches: RowBatches, options: XlsxOptions): AsyncGenerator<Uint8Array> {
  const source = rowSource(batches);
  try {
    yield* zipChunks(parts(columns, source, options));
  } finally {
    await source.close();
  }
}

type RowSource = ReturnType<typeof rowSource>;

/** The sheets come first: how many there are is known when the rows end. */
async function* parts(columns: readonly ResultColumn[], source: RowSource, options: XlsxOptions): AsyncGenerator<ZipEntry> {
  const styles = xlsxStyles(columns);
  let sheets = 0;
  do {
    sheets++;
    yield { path: `xl/worksheets/sheet${sheets}.xml`, content: () => sheet(columns, source, styles.styleOf, options) };
  } while (!(await source.ended()));
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  yield { path: 'xl/styles.xml', content: () => [styles.xml] };
  yield {
    path: 'xl/workbook.xml',
    content: () => [
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbers.map((n) => `<sheet name="${n === 1 ? 'Result' : `Result ${n}`}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    ],
  };
  yield {
    path: 'xl/_rels/workbook.xml.rels',
    content: () => [
      `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
  };
  yield {
    path: '_rels/.rels',
    content: () => [
      `${XML}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  };
  yield { path: '[Content_Types].xml', content: () => [contentTypes(numbers)] };
}

async function* sheet(
  columns: readonly ResultColumn[],
  source: RowSource,
  styleOf: (column: ResultColumn) => number,
  options: XlsxOptions,
): AsyncGenerator<string> {
  const widths = columns
    .map(
      (column, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${Math.min(40, Math.max(12, column.label.length + 4))}" customWidth="1"/>`,
    )
    .join('');
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${options.rightToLeft ? ' rightToLeft="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
  const placed = columns.map((column, index) => ({ column, index, letters: columnLetters(index), style: styleOf(column) }));
  yield `<row r="1">${placed.map(({ column, letters }) => xlsxText(`${letters}1`, column.label, HEADER_STYLE)).join('')}</row>`;
  let number = 1;
  let left = options.maxSheetRows ?? MAX_SHEET_ROWS;
  while (left > 0) {
    const rows = await source.take(left);
    if (rows.length === 0) break;
    left -= rows.length;
    yield rows
      .map((row) => {
        number++;
        return `<row r="${number}">${placed.map(({ column, index, letters, style }) => xlsxCell(`${letters}${number}`, row[index] ?? null, column, style)).join('')}</row>`;
      })
      .join('');
  }
  yield '</sheetData></worksheet>';
}

/** Hands batches out in pieces, so that one batch may end a sheet and begin the next. */
function rowSource(batches: RowBatches) {
  const iterator = batches[Symbol.asyncIterator]();
  let waiting: readonly (readonly Cell[])[] = [];
  let over = false;
  return { take, ended, close };

  async function take(count: number): Promise<readonly (readonly Cell[])[]> {
    await fill();
    const taken = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return taken;
  }

  async function ended(): Promise<boolean> {
    await fill();
    return waiting.length === 0;
  }

  async function close(): Promise<void> {
    if (!over) await iterator.return?.();
  }

  async function fill(): Promise<void> {
    while (waiting.length === 0 && !over) {
      const next = await iterator.next();
      over = next.done === true;
      if (!next.done) waiting = next.value;
    }
  }
}

function contentTypes(numbers: readonly number[]): string {
  const sheets = numbers
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${escapeXml(`${TYPES}.worksheet+xml`)}"/>`)
    .join('');
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${sheets}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`;
}
