import type { SemanticColumn, SemanticModel, SemanticTable } from '../semantic-model.ts';
import { createNameReader, splitIdentifier } from './names.ts';
import { stemOf } from './stem.ts';

/** The model with what every later step needs to know of a table or column, worked out once. */
export interface PreparedModel {
  readonly model: SemanticModel;
  readonly tables: readonly PreparedTable[];
  /** Position of a table by its name or `schema.name`, in lower case. */
  tableIndex(name: string): number | undefined;
}

export interface PreparedTable {
  readonly index: number;
  readonly table: SemanticTable;
  readonly names: readonly ElementName[];
  readonly columns: readonly PreparedColumn[];
  /** Column that stands for a row when people say "which customers". */
  readonly display: number;
  /** The display column is a name rather than the best of what there is. */
  readonly named: boolean;
  /** A table that only connects others. */
  readonly bridge: boolean;
  readonly hasSubjectKey: boolean;
}

export interface PreparedColumn {
  readonly index: number;
  readonly table: number;
  readonly column: SemanticColumn;
  readonly names: readonly ElementName[];
  readonly type: 'number' | 'text' | 'date' | 'boolean' | 'other';
  /** A key: never summed, never averaged, rarely meant by a word. */
  readonly key: 'primary' | 'foreign' | null;
  readonly yearLike: boolean;
  /** Numbers that name rather than measure: codes, phone numbers, ids. */
  readonly identifier: boolean;
}

/** One way to say an element; stems in order. */
export interface ElementName {
  readonly stems: readonly string[];
  readonly words: readonly string[];
  readonly weight: number;
}

/** `column` of the table, or `table.column` reached along a join. */
export function columnOfName(prepared: PreparedModel, name: string, home: string): { table: number; column: number } | null {
  const at = name.lastIndexOf('.');
  const table = prepared.tableIndex(at < 0 ? home : name.slice(0, at));
  const column =
    table === undefined
      ? -1
      : (prepared.tables[table]?.columns.findIndex((item) => item.column.name.toLowerCase() === name.slice(at + 1).toLowerCase()) ?? -1);
  return table === undefined || column < 0 ? null : { table, column };
}

export function prepareModel(model: SemanticModel): PreparedModel {
  const readName = createNameReader(vocabularyOf(model));
  const foreign = new Set(model.joins.flatMap((join) => join.from.columns.map((column) => `${join.from.table}.${column}`.toLowerCase())));
  const tables = model.tables.map((table, index) => prepareTable(table, index, readName, foreign));
  const positions = new Map<string, number>();
  for (const [index, table] of model.tables.entries()) {
    if (!positions.has(table.name.toLowerCase())) positions.set(table.name.toLowerCase(), index);
    positions.set(`${table.schema}.${table.name}`.toLowerCase(), index);
  }
  return { model, tables, tableIndex: (name) => positions.get(name.toLowerCase()) };
}

function vocabularyOf(model: SemanticModel): Set<string> {
  const words = new Set<string>();
  for (const table of model.tables) {
    for (const word of splitIdentifier(table.name)) if (word.length >= 3) words.add(word);
    for (const column of table.columns) for (const word of splitIdentifier(column.name)) if (word.length >= 3) words.add(word);
  }
  for (const word of [...words]) if (word.endsWith('s') && word.length > 4) words.add(word.slice(0, -1));
  return words;
}

function prepareTable(
  table: SemanticTable,
  index: number,
  readName: (name: string) => string[],
  foreign: ReadonlySet<string>,
): PreparedTable {
  const primary = new Set(table.primaryKey.map((name) => name.toLowerCase()));
  const isForeign = (name: string) =>
    foreign.has(`${table.schema}.${table.name}.${name}`.toLowerCase()) || foreign.has(`${table.name}.${name}`.toLowerCase());
  const columns = table.columns.map((column, position): PreparedColumn => {
    const type = typeOf(column);
    const key = isForeign(column.name)
      ? 'foreign'
      : primary.has(column.name.toLowerCase()) && table.primaryKey.length === 1
        ? 'primary'
        : null;
    return {
      index: position,
      table: index,
      column,
      names: namesOf(column.name, column.words, readName),
      type,
      key,
      yearLike: isYearLike(column, readName(column.name)),
      identifier: isIdentifier(readName(column.name)),
    };
  });
  const names = namesOf(table.name, table.words, readName);
  const found = displayColumn(columns, names);
  const chosen = columns.findIndex(({ column }) => column.name === table.displayColumn);
  const plain = columns.filter(({ key, column }) => key === null && column.computed === undefined);
  const foreignCount = columns.filter((column) => isForeign(column.column.name)).length;
  return {
    index,
    table,
    names,
    columns,
    display: chosen >= 0 ? chosen : found.index,
    named: chosen >= 0 || found.named,
    bridge: foreignCount >= 2 && plain.length <= 1,
    hasSubjectKey: table.primaryKey.length === 1,
  };
}

function namesOf(name: string, words: SemanticColumn['words'], readName: (name: string) => string[]): ElementName[] {
  const ways: { words: string[]; weight: number }[] = [{ words: readName(name), weight: 1 }];
  for (const way of [...(words.en ?? []), ...(words.ar ?? [])])
    ways.push({
      words: way
        .toLowerCase()
        .split(/[\s_\-/]+/)
        .filter(Boolean),
      weight: 1,
    });
  const seen = new Set<string>();
  return ways
    .filter((way) => way.words.length > 0 && !seen.has(way.words.join(' ')) && seen.add(way.words.join(' ')))
    .map((way) => ({ words: way.words, stems: way.words.map(stemOf), weight: way.weight }));
}

function typeOf(column: SemanticColumn): PreparedColumn['type'] {
  switch (column.kind) {
    case 'integer':
    case 'decimal':
      return 'number';
    case 'date':
    case 'timestamp':
      return 'date';
    case 'boolean':
      return 'boolean';
    case 'text':
      return isNumericText(column) ? 'number' : 'text';
    default:
      return 'other';
  }
}

/** Numbers kept in a text column: at least nine in ten values read as one. */
function isNumericText(column: SemanticColumn): boolean {
  const values = column.values;
  if (values === null || values.length < 2) return false;
  const filled = values.filter((value) => value.trim() !== '' && !/^(null|nil|n\/a|-)$/i.test(value.trim()));
  return filled.length > 0 && filled.filter((value) => /^\s*-?\d+(\.\d+)?\s*$/.test(value)).length >= filled.length * 0.9;
}

function isIdentifier(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return ['id', 'code', 'key', 'zip', 'phone', 'uid', 'guid'].includes(last) || (words.length > 1 && last === 'number');
}

function isYearLike(column: SemanticColumn, words: readonly string[]): boolean {
  if (column.kind === 'date' || column.kind === 'timestamp') return false;
  const inRange = (value: string | number) => /^\d{4}$/.test(String(value).trim()) && Number(value) >= 1000 && Number(value) <= 2200;
  if (column.kind === 'integer' && words.at(-1) === 'year') return true;
  if (column.range !== null)
    return (
      inRange(column.range.min) &&
      inRange(column.range.max) &&
      (words.includes('year') || words.some((word) => /^(found|built|open|establish|release|date|season)/.test(word)))
    );
  if (column.values !== null && column.values.length > 0) return column.values.every(inRange);
  return words.includes('year');
}

const DISPLAY_HEADS = ['name', 'title', 'label'];

/** Scores from here on mean a name; below, the best of what there is. */
const NAMED_FROM = 4.5;

function displayColumn(columns: readonly PreparedColumn[], tableNames: readonly ElementName[]): { index: number; named: boolean } {
  const tableStems = new Set(tableNames.flatMap((name) => name.stems));
  let best = 0;
  let bestScore = -1;
  for (const column of columns) {
    if (column.column.computed !== undefined) continue;
    const words = column.names[0]?.words ?? [];
    const head = words.at(-1) ?? '';
    let score = 0;
    if (column.type === 'text') score += 2;
    if (DISPLAY_HEADS.includes(head)) score += words.length === 1 ? 8 : 5;
    if (words[0] === 'full' && head === 'name') score += 2;
    if (words.some((word) => tableStems.has(stemOf(word))) && column.type === 'text') score += 3;
    if (column.key === 'foreign') score -= 6;
    if (column.key === 'primary') score += 1;
    if (words.includes('id') || words.includes('code')) score -= 1;
    score -= column.index * 0.05;
    if (score > bestScore) [best, bestScore] = [column.index, score];
  }
  return { index: best, named: bestScore >= NAMED_FROM };
}
