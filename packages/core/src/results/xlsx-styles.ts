import type { ResultColumn } from '@majed-vanna/contract';
import { escapeXml } from './xlsx-cell.ts';

/** Style of the header row; columns take theirs from `styleOf`. */
export const HEADER_STYLE = 1;
const FIRST_FREE_FORMAT = 164;

/** The styles part of a workbook, with one cell format per way of writing that its columns need. */
export function xlsxStyles(columns: readonly ResultColumn[]): { readonly xml: string; readonly styleOf: (column: ResultColumn) => number } {
  const codes = [...new Set(columns.map(formatCode).filter((code) => code !== null))];
  const formats = codes.map((code, index) => `<numFmt numFmtId="${FIRST_FREE_FORMAT + index}" formatCode="${escapeXml(code)}"/>`).join('');
  const cells = codes
    .map((_, index) => `<xf numFmtId="${FIRST_FREE_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
    .join('');
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    (codes.length ? `<numFmts count="${codes.length}">${formats}</numFmts>` : '') +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${codes.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${cells}</cellXfs></styleSheet>`;
  return { xml, styleOf };

  function styleOf(column: ResultColumn): number {
    const code = formatCode(column);
    return code === null ? 0 : codes.indexOf(code) + 2;
  }
}

function formatCode(column: ResultColumn): string | null {
  if (column.kind === 'date') return 'yyyy-mm-dd';
  if (column.kind === 'timestamp') return 'yyyy-mm-dd hh:mm:ss';
  if (column.format === 'percent') return '0.0%';
  if (column.currency) return `#,##0.00 "${column.currency.replace(/[^A-Z]/g, '')}"`;
  return column.format === 'integer' ? '#,##0' : null;
}
