import type { ValueMention } from '@majed-vanna/nlq';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { Thesaurus } from '../semantics/thesaurus.ts';
import { createItemIndex, type ItemIndex } from './item-index.ts';
import { otherItems, tableItems } from './search-items.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** What of a source's semantics is searched; each part is made when first needed. */
export interface SearchIndex {
  readonly tables: ItemIndex;
  /** Metrics, dimensions, glossary, passages, verified questions. */
  readonly others: ItemIndex;
  readonly vocabulary: Vocabulary;
  /** Positions of the tables that a table joins. */
  readonly neighbours: ReadonlyMap<number, readonly number[]>;
  readonly positionOf: ReadonlyMap<string, number>;
  values(text: string): ValueMention[];
}

export type IndexedSemantics = Pick<SourceSemantics, 'model' | 'knowledge'> & {
  readonly engine: Pick<SourceSemantics['engine'], 'values'>;
};

export function createSearchIndex({ model, knowledge, engine }: IndexedSemantics, thesaurus: Thesaurus): SearchIndex {
  const tables = tableItems(model);
  const others = otherItems(model, knowledge);
  const positionOf = new Map(tables.map(({ key }, at) => [key, at]));
  const neighbours = new Map<number, number[]>();
  for (const { from, to } of model.joins) {
    const [a, b] = [positionOf.get(from.table), positionOf.get(to.table)];
    if (a === undefined || b === undefined || a === b) continue;
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const named = [...tables, ...others.filter(({ kind }) => kind !== 'passage' && kind !== 'verified')];
  return {
    tables: createItemIndex(tables),
    others: createItemIndex(others),
    vocabulary: createVocabulary(
      named.flatMap(({ names, parts }) => [...names, ...parts]),
      thesaurus,
    ),
    neighbours,
    positionOf,
    values: (text) => engine.values(text),
  };
}
