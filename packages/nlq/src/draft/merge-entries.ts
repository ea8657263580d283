import type { SemanticEntryBody } from '@majed-vanna/contract';
import type { SemanticColumn, SemanticJoin, SemanticModel, SemanticTable, Words } from '../semantic-model.ts';

type EntryOf<K extends SemanticEntryBody['kind']> = Extract<SemanticEntryBody, { kind: K }>;

/** Lays what people wrote about the data over a draft: their words come first, the draft's stay as synonyms. */
export function mergeEntries(draft: SemanticModel, entries: readonly SemanticEntryBody[]): SemanticModel {
  const tables = byKey(entries, 'table');
  const columns = byKey(entries, 'column');
  const joins = entries.filter((entry) => entry.kind === 'join');
  return {
    ...draft,
    tables: draft.tables.map((table) => {
      const key = `${table.schema}.${table.name}`;
      const merged = table.columns.map((column) => mergeColumn(column, columns.get(`${key}.${column.name}`.toLowerCase())));
      return mergeTable({ ...table, columns: merged }, tables.get(key.toLowerCase()));
    }),
    joins: [
      ...draft.joins.filter((join) => !joins.some((entry) => sameEnds(join, entry.body))),
      ...joins.filter(({ body }) => !body.rejected).map(confirmedJoin),
    ],
    metrics: [
      ...draft.metrics,
      ...entries
        .filter((entry) => entry.kind === 'metric')
        .map(({ key, body }) => ({
          name: key,
          words: plainWords(body.words),
          description: body.description,
          table: body.table,
          expression: body.expression,
          filter: body.filter,
          dateColumn: body.dateColumn,
          format: body.format,
          currency: body.currency,
        })),
    ],
    dimensions: [
      ...(draft.dimensions ?? []),
      ...entries
        .filter((entry) => entry.kind === 'dimension')
        .map(({ key, body: { words, description, table, expression, valueKind } }) => ({
          name: key,
          words: plainWords(words),
          description,
          table,
          expression,
          kind: valueKind,
        })),
    ],
    conditions: [
      ...(draft.conditions ?? []),
      ...entries
        .filter((entry) => entry.kind === 'glossary')
        .flatMap(({ key, body }) =>
          body.condition
            ? [
                {
                  name: key,
                  words: plainWords(body.words),
                  description: body.description,
                  table: body.condition.table,
                  filter: body.condition.filter,
                },
              ]
            : [],
        ),
    ],
  };
}

function mergeTable(table: SemanticTable, entry: EntryOf<'table'> | undefined): SemanticTable {
  if (!entry) return table;
  const { words, description, displayColumn, plural } = entry.body;
  return {
    ...table,
    words: mergeWords(words, table.words),
    comment: description ?? table.comment,
    displayColumn: displayColumn ?? table.displayColumn ?? null,
    plural,
  };
}

function mergeColumn(column: SemanticColumn, entry: EntryOf<'column'> | undefined): SemanticColumn {
  if (!entry) return column;
  const { words, description, format, currency, values } = entry.body;
  const valueWords = Object.fromEntries(Object.entries(values).map(([value, named]) => [value, plainWords(named)]));
  return {
    ...column,
    words: mergeWords(words, column.words),
    comment: description ?? column.comment,
    format: format ?? column.format,
    currency: currency ?? column.currency,
    valueWords,
  };
}

function confirmedJoin({ body }: EntryOf<'join'>): SemanticJoin {
  return { from: body.from, to: body.to, cardinality: body.cardinality, origin: 'confirmed', words: plainWords(body.words) };
}

type ParsedWords = SemanticEntryBody['body']['words'];

/** Once people named a thing, a guess at what its abbreviated name means could only mislead; the name as it stands stays. */
function mergeWords(first: ParsedWords, then: Words): Words {
  const [en = [], ar = []] = [first.en, first.ar];
  const drafted = en.length > 0 ? (then.en ?? []).slice(-1) : (then.en ?? []);
  const translated = ar.length === 0 && (en.length === 0 || en.includes(then.en?.[0] ?? '')) ? (then.ar ?? []) : ar;
  return plainWords({ en: unique([...en, ...drafted]), ar: unique(translated) });
}

const plainWords = ({ en, ar }: ParsedWords | { en: string[]; ar: string[] }): Words => ({
  ...(en?.length ? { en } : {}),
  ...(ar?.length ? { ar } : {}),
});

function byKey<K extends SemanticEntryBody['kind']>(entries: readonly SemanticEntryBody[], kind: K): Map<string, EntryOf<K>> {
  // The filter leaves entries of one kind only, which the compiler does not follow through a type parameter.
  const found = entries.filter((entry) => entry.kind === kind) as EntryOf<K>[];
  return new Map(found.map((entry) => [entry.key.toLowerCase(), entry]));
}

type Ends = Pick<SemanticJoin, 'from' | 'to'>;
const sameEnds = (a: Ends, b: Ends) => endKey(a.from) === endKey(b.from) && endKey(a.to) === endKey(b.to);
const endKey = (end: Ends['from']) => `${end.table}(${end.columns.join()})`.toLowerCase();

const unique = (items: readonly string[]) => [...new Set(items)];
