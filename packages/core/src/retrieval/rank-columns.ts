import type { FoundBy } from '@majed-vanna/contract';
import type { SemanticModel } from '@majed-vanna/nlq';
import { addEvidence, type Evidence, type WantedWord } from './rank-words.ts';
import type { SearchIndex } from './search-index.ts';
import { columnItem, keyOf, type SearchItem } from './search-items.ts';
import { termsOf } from './search-terms.ts';

/** Columns of further tables are not looked at: a table ranks by its columns' words too. */
const TABLES_LOOKED_AT = 40;
/** What a column gets for standing in a good table. */
const OF_ITS_TABLE = 0.2;
const VALUE = 0.8;

export interface FoundColumn extends Evidence {
  readonly item: SearchItem;
}

/** Columns of the best tables by the words of their names. */
export function rankColumns(
  index: SearchIndex,
  model: Pick<SemanticModel, 'tables'>,
  query: string,
  {
    wanted,
    tables,
    methods,
  }: { wanted: readonly WantedWord[]; tables: readonly (readonly [number, Evidence])[]; methods?: ReadonlySet<FoundBy> },
): FoundColumn[] {
  const rarity = rarityOf(index, wanted);
  const most = Math.max(1, ...rarity.values());
  const best = tables[0]?.[1].score ?? 1;
  const spokenValues = (methods?.has('values') ?? true) ? index.values(query) : [];
  return tables.slice(0, TABLES_LOOKED_AT).flatMap(([at, { score: ofTable }]) => {
    const table = model.tables[at];
    if (!table) return [];
    return table.columns.flatMap((column): FoundColumn[] => {
      const item = columnItem(table, column);
      const names = item.names.map((name) => new Set(termsOf(name)));
      const total = new Map<string, Evidence>();
      for (const { alternatives } of wanted) {
        let [score, by]: [number, FoundBy] = [0, 'words'];
        for (const alternative of alternatives) {
          const share = Math.max(0, ...names.map((name) => (name.has(alternative.term) ? 1 / Math.sqrt(name.size) : 0)));
          const own = alternative.weight * share * (rarity.get(alternative.term) ?? 0);
          if (own > score) [score, by] = [own, alternative.by];
        }
        if (score > 0) addEvidence(total, item.key, score, by, 1);
      }
      const mention = spokenValues.find((value) => value.table === keyOf(table) && value.column === column.name);
      if (mention) addEvidence(total, item.key, VALUE * most * mention.score, 'values', mention.words.length);
      const evidence = total.get(item.key);
      return evidence ? [{ ...evidence, item, score: evidence.score + (OF_ITS_TABLE * most * ofTable) / best }] : [];
    });
  });
}

/** Terms of few tables tell more. */
function rarityOf({ tables }: SearchIndex, wanted: readonly WantedWord[]): Map<string, number> {
  const terms = new Set(wanted.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
  const all = tables.items.length;
  return new Map([...terms].map((term) => [term, Math.log(1 + all / (tables.scores(term).size + 0.5))]));
}
