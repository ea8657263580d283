import type { SemanticModel, ValueMention } from '@majed-vanna/nlq';
import type { Knowledge } from '../semantics/knowledge.ts';
import type { Thesaurus } from '../semantics/thesaurus.ts';
import { createItemIndex, type ItemIndex } from './item-index.ts';
import { keyOf, otherItems, tableItems } from './search-items.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** What of a source's semantics is searched. */
export interface SearchIndex {
  readonly model: Searched['model'];
  /** In the order of the model's tables. */
  readonly tables: ItemIndex;
  /** Metrics, dimensions, glossary, passages, verified questions. */
  readonly others: ItemIndex;
  readonly vocabulary: Vocabulary;
  /** Positions of the tables that a table joins. */
  readonly neighbours: ReadonlyMap<number, readonly number[]>;
  readonly positionOf: ReadonlyMap<string, number>;
  /** Values of columns that may be read. */
  values(text: string): ValueMention[];
}

export interface Searched {
  readonly model: Pick<SemanticModel, 'tables' | 'metrics' | 'dimensions' | 'joins'>;
  readonly knowledge: Knowledge;
  readonly engine: { values(text: string): ValueMention[] };
}

export function createSearchIndex({ model, knowledge, engine }: Searched, thesaurus: Thesaurus): SearchIndex {
  const tables = tableItems(model);
  const others = otherItems(model, knowledge);
  const positionOf = new Map(tables.map(({ key }, at) => [key, at]));
  const named = [...tables, ...others.filter(({ kind }) => kind !== 'passage' && kind !== 'verified')];
  const readable = new Set(
    model.tables.flatMap((table) => table.columns.flatMap(({ name, masked }) => (masked ? [] : [`${keyOf(table)}.${name}`]))),
  );
  return {
    model,
    tables: createItemIndex(tables),
    others: createItemIndex(others),
    vocabulary: createVocabulary(
      named.flatMap(({ names, parts }) => [...names, ...parts]),
      thesaurus,
    ),
    neighbours: neighboursOf(model, positionOf),
    positionOf,
    values: (text) => engine.values(text).filter(({ table, column }) => readable.has(`${table}.${column}`)),
  };
}

function neighboursOf({ joins }: Searched['model'], positionOf: ReadonlyMap<string, number>): Map<number, number[]> {
  const neighbours = new Map<number, number[]>();
  for (const { from, to } of joins) {
    const [a, b] = [positionOf.get(from.table), positionOf.get(to.table)];
    if (a === undefined || b === undefined || a === b) continue;
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  return neighbours;
}
