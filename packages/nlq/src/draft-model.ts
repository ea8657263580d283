import type { ColumnSnapshot, SchemaSnapshot, SemanticEntryBody, TableSnapshot } from '@majed-vanna/contract';
import { type ColumnProfile, indexProfiles, type ProfileOf } from './draft/column-profile.ts';
import { displayColumn } from './draft/display-column.ts';
import { draftFormat } from './draft/draft-format.ts';
import { draftKey } from './draft/draft-key.ts';
import { guessJoins } from './draft/guess-joins.ts';
import { mergeEntries } from './draft/merge-entries.ts';
import { namesOf, splitName, unique } from './draft/words-of-name.ts';
import type { SemanticColumn, SemanticJoin, SemanticModel, SemanticTable } from './semantic-model.ts';

export interface DraftInput {
  readonly snapshot: SchemaSnapshot;
  readonly profiles: readonly ColumnProfile[];
  /** What people wrote about this data; it wins over the draft. */
  readonly entries?: readonly SemanticEntryBody[];
}

/** A model of a data source that nobody described yet: names read as words, keys and joins recognised or guessed. */
export function draftModel({ snapshot, profiles, entries = [] }: DraftInput): SemanticModel {
  const profileOf = indexProfiles(profiles);
  const schemaWords = new Set(
    snapshot.tables
      .flatMap((table) => [table.name, ...table.columns.map(({ name }) => name)])
      .filter((name) => /[_\s]|\p{Ll}\p{Lu}/u.test(name))
      .flatMap((name) => splitName(name))
      .filter((word) => word.length > 3),
  );
  const prefix = sharedPrefix(snapshot.tables.map((table) => splitName(table.name)));
  const draft: SemanticModel = {
    dialect: snapshot.dialect,
    tables: snapshot.tables.map((table) => draftTable(table, { profileOf, schemaWords, prefix })),
    joins: [...snapshot.tables.flatMap(declaredJoins), ...guessJoins(snapshot.tables, profileOf)],
    metrics: [],
    conditions: [],
  };
  return mergeEntries(draft, entries);
}

interface DraftContext {
  readonly profileOf: ProfileOf;
  readonly schemaWords: ReadonlySet<string>;
  /** Words that every table's name begins with. */
  readonly prefix: readonly string[];
}

function draftTable(table: TableSnapshot, context: DraftContext): SemanticTable {
  const names = namesOf(table.name, context.schemaWords).map((name) => withoutPrefix(name, context.prefix));
  return {
    schema: table.schema,
    name: table.name,
    comment: table.comment,
    words: { en: unique(names) },
    columns: table.columns.map((column) => draftColumn(table, column, context)),
    primaryKey: draftKey(table),
    rowEstimate: table.rowEstimate,
    displayColumn: displayColumn(table),
  };
}

function draftColumn(table: TableSnapshot, column: ColumnSnapshot, { profileOf, schemaWords }: DraftContext): SemanticColumn {
  const names = namesOf(column.name, schemaWords);
  const profile = profileOf(table.schema, table.name, column.name);
  return {
    name: column.name,
    kind: column.kind,
    nativeType: column.nativeType,
    comment: column.comment,
    words: { en: names },
    values: profile?.values ?? null,
    range: profile?.range ?? null,
    ...draftFormat(column, names[0]?.split(' ') ?? [], profile),
    masked: false,
  };
}

function declaredJoins(table: TableSnapshot): SemanticJoin[] {
  return table.foreignKeys.map((key) => ({
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

/** `tbl_`, `dim_` and the like say nothing; nor does a word that all tables of a source begin with. */
const TECHNICAL = new Set(['tbl', 'table', 'dim', 'dimension', 'fact', 'fct', 'stg', 'vw', 'view', 't', 'v']);

function withoutPrefix(name: string, prefix: readonly string[]): string {
  const words = name.split(' ');
  while (words.length > 1 && (TECHNICAL.has(words[0] ?? '') || prefix.includes(words[0] ?? ''))) words.shift();
  return words.join(' ');
}

function sharedPrefix(names: readonly string[][]): string[] {
  const first = names[0]?.[0];
  return names.length > 2 && first !== undefined && names.every((words) => words[0] === first && words.length > 1) ? [first] : [];
}
