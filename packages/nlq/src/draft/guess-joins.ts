import type { ColumnKind, ColumnSnapshot, TableSnapshot } from '@majed-vanna/contract';
import type { SemanticJoin } from '../semantic-model.ts';
import type { ProfileOf } from './column-profile.ts';
import { draftKey, singular } from './draft-key.ts';
import type { NameReader } from './words-of-name.ts';

/** Foreign keys nobody declared, guessed by name, type, key-ness, and values where they are known. */
export function guessJoins(tables: readonly TableSnapshot[], readName: NameReader, profileOf: ProfileOf): SemanticJoin[] {
  const targets = tables.flatMap((table) => {
    const key = draftKey(table, readName, profileOf);
    const column = key.length === 1 ? table.columns.find(({ name }) => name === key[0]) : undefined;
    return column ? [targetOf(table, column, readName)] : [];
  });
  const findTargets = indexByEnding(targets);
  const keys = new Set(targets.map(({ column }) => column));
  return tables.flatMap((table) => table.columns.flatMap((column) => guessFrom(table, column, { findTargets, keys, readName, profileOf })));
}

interface Target {
  readonly table: TableSnapshot;
  readonly column: ColumnSnapshot;
  readonly own: string;
  readonly ownWords: readonly string[];
  /** What a name that points here may end with, besides the table's own name. */
  readonly endings: readonly (readonly string[])[];
}

type FindTargets = (name: readonly string[]) => Iterable<Target>;

function targetOf(table: TableSnapshot, column: ColumnSnapshot, readName: NameReader): Target {
  const own = singular(table.name, readName);
  const ownWords = own.split(' ');
  const keyWords = readName.column(column.name);
  const endings = [
    [...ownWords, ...keyWords],
    ...(keyWords.length > 1 && keyWords.slice(0, ownWords.length).join(' ') === own ? [keyWords] : []),
  ];
  // A bare key name such as `id` or `name` says nothing about whose it is; `isbn` in two tables does.
  if (keyWords.length > 1 || !GENERIC.has(keyWords[0] ?? '')) endings.push([...keyWords]);
  if (keyWords.join(' ') === 'id') endings.push([...ownWords, 'id']);
  return { table, column, own, ownWords, endings };
}

/** Targets by the last two words of what points to them: thousands of tables are not compared each with each. */
function indexByEnding(targets: readonly Target[]): FindTargets {
  const byEnd = new Map<string, Set<Target>>();
  for (const target of targets) {
    for (const ending of [...target.endings, target.ownWords]) {
      const end = ending.slice(-2).join(' ');
      byEnd.set(end, (byEnd.get(end) ?? new Set()).add(target));
    }
  }
  return (name) => new Set([2, 1].flatMap((length) => [...(byEnd.get(name.slice(-length).join(' ')) ?? [])]));
}

function guessFrom(
  table: TableSnapshot,
  column: ColumnSnapshot,
  {
    findTargets,
    keys,
    readName,
    profileOf,
  }: { findTargets: FindTargets; keys: ReadonlySet<ColumnSnapshot>; readName: NameReader; profileOf: ProfileOf },
): SemanticJoin[] {
  if (table.foreignKeys.some((key) => key.columns.includes(column.name))) return [];
  const isOwnKey = keys.has(column);
  const name = readName.column(column.name);
  const fits = [...findTargets(name)]
    .filter((target) => target.table !== table || !isOwnKey)
    .map((target) => ({ target, role: roleOf(name, target, isOwnKey) }))
    .filter(
      ({ target, role }) =>
        role !== null && family(target.column.kind) === family(column.kind) && valuesFit(table, column, target, profileOf),
    );
  // The longest name that fits says most: `home_city_id` belongs to `home_city` before `city`.
  const best = fits.sort((a, b) => (a.role?.length ?? 0) - (b.role?.length ?? 0))[0];
  if (!best || fits.filter(({ role }) => role?.length === best.role?.length).length > 1) return [];
  const role = best.role?.join(' ') ?? '';
  return [
    {
      from: { table: qualified(table), columns: [column.name] },
      to: { table: qualified(best.target.table), columns: [best.target.column.name] },
      cardinality: isOwnKey ? 'one_to_one' : 'many_to_one',
      origin: 'guessed',
      words: role === '' ? {} : { en: [role] },
    },
  ];
}

/** Words in front of the target's own name, e.g. `home` of `home_city_id`; null when the name does not point there. */
function roleOf(name: readonly string[], { own, ownWords, endings }: Target, isOwnKey: boolean): string[] | null {
  for (const ending of endings) {
    if (name.length >= ending.length && name.slice(-ending.length).join(' ') === ending.join(' ')) {
      const role = name.slice(0, -ending.length);
      return isOwnKey && (role.length > 0 || !ending.join(' ').startsWith(own)) ? null : role;
    }
  }
  if (isOwnKey || name.slice(-ownWords.length).join(' ') !== own) return null;
  return name.slice(0, -ownWords.length);
}

/** Where ranges or values are known, the key must hold what the column holds. */
function valuesFit(table: TableSnapshot, column: ColumnSnapshot, target: Target, profileOf: ProfileOf): boolean {
  const from = profileOf(table.schema, table.name, column.name);
  const to = profileOf(target.table.schema, target.table.name, target.column.name);
  if (from?.values && to?.values) {
    const held = new Set(to.values);
    return from.values.filter((value) => held.has(value)).length >= from.values.length * KNOWN_SHARE;
  }
  if (
    typeof from?.range?.min === 'number' &&
    typeof from.range.max === 'number' &&
    typeof to?.range?.min === 'number' &&
    typeof to.range.max === 'number'
  ) {
    // Zero and minus one often stand for "none".
    return from.range.max <= to.range.max && (from.range.min >= to.range.min || from.range.min === 0 || from.range.min === -1);
  }
  return true;
}

const KNOWN_SHARE = 0.8;
const GENERIC = new Set(['id', 'name', 'code', 'number', 'key', 'type', 'title', 'date', 'year', 'status', 'value']);
const qualified = (table: TableSnapshot) => `${table.schema}.${table.name}`;
const family = (kind: ColumnKind) => (kind === 'integer' || kind === 'decimal' ? 'number' : kind);
