export interface CsvDialect {
  readonly delimiter: string;
  readonly decimalSeparator: '.' | ',';
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

const COMMA_NUMBER = /^[-+]?\d+,\d+$/;
const POINT_NUMBER = /^[-+]?\d+\.\d+$/;

/** The delimiter is the mark that the first record holds most of, outside quotes. */
export function recogniseCsv(head: string): CsvDialect {
  const [first = ''] = records(head, '\n');
  const counts = DELIMITERS.map((delimiter) => fieldsOf(first, delimiter) - 1);
  const most = Math.max(...counts);
  const delimiter = most === 0 ? ',' : (DELIMITERS[counts.indexOf(most)] ?? ',');
  // Where the semicolon separates, the comma is often the decimal point; dates hold points of their own.
  const values = delimiter === ',' ? [] : records(head, '\n').flatMap((record) => records(record, delimiter).map(bare));
  const decimalComma = values.some((value) => COMMA_NUMBER.test(value)) && !values.some((value) => POINT_NUMBER.test(value));
  return { delimiter, decimalSeparator: decimalComma ? ',' : '.' };
}

/** The first record that has another number of values than the first one; null when all have as many. */
export function findUnevenRecord(head: string, delimiter: string): { line: number; found: number; expected: number } | null {
  let line = 1;
  let expected: number | undefined;
  for (const record of records(head, '\n')) {
    const found = fieldsOf(record, delimiter);
    if (record.trim() !== '') {
      expected ??= found;
      if (found !== expected) return { line, found, expected };
    }
    line += 1 + (record.match(/\n/g)?.length ?? 0);
  }
  return null;
}

/** The line with the quotation mark that is never closed; null when all are. */
export function findOpenQuote(text: string): number | null {
  let line = 1;
  let openedOn: number | null = null;
  for (const character of text) {
    if (character === '\n') line += 1;
    if (character === '"') openedOn = openedOn === null ? line : null;
  }
  return openedOn;
}

/** A value without its quotation marks. */
function bare(field: string): string {
  return field.trim().replace(/^"(.*)"$/, '$1');
}

function fieldsOf(record: string, delimiter: string): number {
  return records(record, delimiter).length;
}

/** Cuts at a mark that stands outside double quotes. */
function records(text: string, mark: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (character === '"') quoted = !quoted;
    else if (character === mark && !quoted) {
      parts.push(text.slice(start, place));
      start = place + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
