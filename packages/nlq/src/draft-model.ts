import type { ColumnSnapshot, SchemaSnapshot, SemanticEntryBody, TableSnapshot } from '@majed-vanna/contract';
import { arabicName } from './draft/arabic-name.ts';
import { type ColumnProfile, indexProfiles, type ProfileOf } from './draft/column-profile.ts';
import { displayColumn } from './draft/display-column.ts';
import { draftFormat } from './draft/draft-format.ts';
import { draftKey } from './draft/draft-key.ts';
import { guessJoins } from './draft/guess-joins.ts';
import { mergeEntries } from './draft/merge-entries.ts';
import { createNameReader, type NameReader, splitName } from './draft/words-of-name.ts';
import type { SemanticColumn, SemanticJoin, SemanticModel, SemanticTable } from './semantic-model.ts';

/** Distinct values of a text column that are worth knowing by name; ask the warehouse's profile for as many. */
export const MAX_INDEXED_VALUES = 5_000;

export interface DraftInput {
  readonly snapshot: SchemaSnapshot;
  readonly profiles: readonly ColumnProfile[];
  /** What people wrote about this data; it wins over the draft. */
  readonly entries?: readonly SemanticEntryBody[];
}

/** A model of a data source that nobody described yet: names read as words, keys and joins recognised or guessed. */
export function draftModel({ snapshot, profiles, entries = [] }: DraftInput): SemanticModel {
  const profileOf = indexProfiles(profiles);
  const readName = createNameReader(snapshot);
  const draft: SemanticModel = {
    dialect: snapshot.dialect,
    tables: snapshot.tables.map((table) => draftTable(table, { profileOf, readName })),
    joins: [
      ...snapshot.tables.flatMap((table) => declaredJoins(table, snapshot.tables)),
      ...guessJoins(snapshot.tables, readName, profileOf),
    ],
    metrics: [],
    conditions: [],
  };
  return mergeEntries(draft, entries);
}

interface DraftContext {
  readonly profileOf: ProfileOf;
  readonly readName: NameReader;
}

function draftTable(table: TableSnapshot, context: DraftContext): SemanticTable {
  const { readName, profileOf } = context;
  return {
    schema: table.schema,
    name: table.name,
    comment: table.comment,
    words: { en: names(readName.table(table.name), table.name), ...arabicTable(readName.table(table.name)) },
    columns: table.columns.map((column) => draftColumn(table, column, context)),
    primaryKey: draftKey(table, readName, profileOf),
    rowEstimate: table.rowEstimate,
    displayColumn: displayColumn(table, readName),
  };
}

function draftColumn(table: TableSnapshot, column: ColumnSnapshot, { profileOf, readName }: DraftContext): SemanticColumn {
  const words = readName.column(column.name);
  const profile = profileOf(table.schema, table.name, column.name);
  return {
    name: column.name,
    kind: column.kind,
    nativeType: column.nativeType,
    comment: column.comment,
    words: { en: names(words, column.name), ...inArabic([arabicName(words)]) },
    values: profile?.values ?? null,
    range: profile?.range ?? null,
    ...draftFormat(column, words, profile),
    nullable: column.nullable,
    masked: false,
  };
}

/** Declared keys; SQLite lets them name columns that do not exist. */
function declaredJoins(table: TableSnapshot, tables: readonly TableSnapshot[]): SemanticJoin[] {
  const has = (of: TableSnapshot | undefined, columns: readonly string[]) =>
    columns.every((name) => of?.columns.some((column) => column.name.toLowerCase() === name.toLowerCase()));
  const target = (key: TableSnapshot['foreignKeys'][number]) =>
    tables.find((other) => other.schema === key.referencedSchema && other.name.toLowerCase() === key.referencedTable.toLowerCase());
  return table.foreignKeys
    .filter((key) => has(table, key.columns) && has(target(key), key.referencedColumns))
    .map((key) => ({
      from: { table: `${table.schema}.${table.name}`, columns: key.columns },
      to: { table: `${key.referencedSchema}.${key.referencedTable}`, columns: key.referencedColumns },
      cardinality:
        table.primaryKey.length > 0 && table.primaryKey.join('\0') === key.columns.join('\0')
          ? ('one_to_one' as const)
          : ('many_to_one' as const),
      origin: 'declared' as const,
      words: {},
    }));
}

/** What a thing is called, best first: written out, then as its name has it. */
const names = (words: readonly string[], name: string) => [...new Set([words.join(' '), splitName(name).join(' ')].filter(Boolean))];

/** Tables hold many: their plural stands first. */
const arabicTable = (words: readonly string[]) => inArabic([arabicName(words, { plural: true }), arabicName(words)]);

function inArabic(guesses: readonly (string | null)[]): { ar?: string[] } {
  const ar = [...new Set(guesses.filter((guess) => guess !== null))];
  return ar.length > 0 ? { ar } : {};
}
