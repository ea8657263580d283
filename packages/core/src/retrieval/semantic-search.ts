import type { Actor, DataSourceId, FoundBy, FoundKind } from '@majed-vanna/contract';
import { questionKey } from '@majed-vanna/nlq';
import type { VisibleModel } from '../agent/visible-model.ts';
import type { VerifiedPair } from '../semantics/knowledge.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { Thesaurus } from '../semantics/thesaurus.ts';
import { FOUND_KINDS, type FoundItem } from './found-item.ts';
import { type CircleIndex, createIndexCache } from './index-cache.ts';
import { createNearness, type Near, type NearnessDeps } from './nearness.ts';
import { rankColumns } from './rank-columns.ts';
import { addNearness, rankTables, wantedWords } from './rank-tables.ts';
import { type Evidence, rankWords, type WantedWord } from './rank-words.ts';
import type { SearchItem } from './search-items.ts';

export interface SemanticSearchDeps {
  readonly thesaurus: Thesaurus;
  /** Encoders of meaning; without them words alone find. */
  readonly meaning?: NearnessDeps;
}

export interface SearchOptions {
  readonly limit: number;
  readonly kinds?: readonly FoundKind[];
  /** What the asker may see; nothing else is found. Left out for whoever may see everything. */
  readonly visible?: VisibleModel;
  /** Whose question it is: it is encoded by the model that answers them, if any. The active one when left out. */
  readonly actor?: Actor;
  /** Only for measuring: leaves the other ways of finding out. */
  readonly methods?: ReadonlySet<FoundBy>;
}

export type SemanticSearch = ReturnType<typeof createSemanticSearch>;

/** Longer questions are cut; people do not type them. */
const MOST_QUERY = 2_000;
const MOST_FOUND = 200;
const MOST_NEAREST = 5;
/** What is near in meaning answers the query in part, whichever its words. */
const SHARE_WHEN_NEAR = 0.4;

/** Finds tables, columns, metrics, terms, passages and confirmed questions by the words of a question. */
export function createSemanticSearch({ thesaurus, meaning }: SemanticSearchDeps) {
  const cache = createIndexCache(thesaurus);
  const nearness = meaning && createNearness(meaning);
  return { search, findVerified, prepare };

  /** Encodes what changed of a source's semantics, for whoever does not want the first search to find it out. */
  async function prepare(semantics: SourceSemantics, dataSourceId: DataSourceId): Promise<void> {
    await nearness?.prepare(semantics, dataSourceId, () => cache.indexFor(semantics));
  }

  /**
   * The confirmed question that was asked, word for word but for case, marks and spelling of letters; and those that are like it,
   * to be offered: likeness alone never says that a statement answers a question.
   */
  async function findVerified(
    semantics: SourceSemantics,
    dataSourceId: DataSourceId,
    question: string,
    options: Pick<SearchOptions, 'visible' | 'actor'> = {},
  ): Promise<{ readonly exact: VerifiedPair | null; readonly nearest: readonly VerifiedPair[] }> {
    const pairs = new Map<string, VerifiedPair>(semantics.knowledge.verified.map((pair) => [pair.id, pair]));
    const found = await search(semantics, dataSourceId, question, { ...options, limit: MOST_NEAREST, kinds: ['verified'] });
    const nearest = found.flatMap(({ key }) => pairs.get(key) ?? []);
    const key = questionKey(question);
    const index = cache.indexFor(semantics, options.visible);
    for (const pair of pairs.values())
      if (questionKey(pair.question) === key && (await index.maySee(pair)))
        return { exact: pair, nearest: nearest.filter(({ id }) => id !== pair.id) };
    return { exact: null, nearest };
  }

  /** Best first. An encoder that is slow or fails is done without. */
  async function search(
    semantics: SourceSemantics,
    dataSourceId: DataSourceId,
    query: string,
    { limit, kinds = FOUND_KINDS, visible, actor, methods }: SearchOptions,
  ): Promise<readonly FoundItem[]> {
    const index = cache.indexFor(semantics, visible);
    const text = query.slice(0, MOST_QUERY);
    const wanted = wantedWords(index, text, methods);
    const most = Math.min(Math.max(limit, 0), MOST_FOUND);
    const byMeaning = methods === undefined || methods.has('vectors') || methods.has('reranker');
    const near =
      (byMeaning ? await nearness?.of(semantics, dataSourceId, text, () => cache.indexFor(semantics), index, actor ?? null) : undefined) ??
      FAR;
    const wish = { wanted, kinds, methods, near };
    const found = [...fromTables(index, text, wish), ...fromOthers(index, wish)];
    return visibleOnly(
      index,
      semantics,
      found.toSorted((a, b) => b.score - a.score),
      most,
    );
  }
}

interface Wish {
  readonly wanted: readonly WantedWord[];
  readonly kinds: readonly FoundKind[];
  readonly methods?: ReadonlySet<FoundBy> | undefined;
  readonly near: Near;
}

const FAR: Near = { tables: {}, others: {} };

function fromTables(index: CircleIndex, text: string, { wanted, kinds, methods, near }: Wish): FoundItem[] {
  if (!kinds.includes('table') && !kinds.includes('column')) return [];
  const options = methods ? { methods } : {};
  const tables = [...rankTables(index, text, wanted, { ...options, nearness: near.tables })].toSorted(([, a], [, b]) => b.score - a.score);
  const columns = kinds.includes('column') ? rankColumns(index, index.model, text, { wanted, tables, ...options }) : [];
  return [
    ...(kinds.includes('table')
      ? scaled(
          tables.map(([at, evidence]) => ({ item: index.tables.items[at], evidence })),
          wanted,
        )
      : []),
    ...scaled(
      columns.map(({ item, ...evidence }) => ({ item, evidence })),
      wanted,
    ),
  ];
}

function fromOthers({ others }: CircleIndex, { wanted, kinds, near }: Wish): FoundItem[] {
  const ranked = rankWords(others, wanted);
  addNearness(ranked, near.others);
  const found = [...ranked].map(([at, evidence]) => ({ item: others.items[at], evidence }));
  return FOUND_KINDS.filter((kind) => kinds.includes(kind)).flatMap((kind) =>
    scaled(
      found.filter(({ item }) => item?.kind === kind),
      wanted,
    ),
  );
}

/** Scores of one kind, so that the best has the share of the query's words that it answers: those of other kinds compare with it. */
function scaled(ranked: readonly { item: SearchItem | undefined; evidence: Evidence }[], wanted: readonly WantedWord[]): FoundItem[] {
  const none: Evidence = { score: 0, words: 0, by: new Set() };
  const best = ranked.reduce((top, { evidence }) => (evidence.score > top.score ? evidence : top), none);
  const near = best.by.has('vectors') || best.by.has('reranker');
  const share = Math.min(1, Math.max(best.words / Math.max(1, wanted.length), near ? SHARE_WHEN_NEAR : 0));
  return ranked.flatMap(({ item, evidence: { score, by } }) => {
    if (!item || score <= 0) return [];
    const { kind, key, table, title, text } = item;
    return [{ kind, key, table, title, text, score: (share * score) / best.score, by: [...by] }];
  });
}

/** The first so many; a confirmed question only where everything that it reads may be seen. */
async function visibleOnly(
  index: CircleIndex,
  { knowledge }: SourceSemantics,
  found: readonly FoundItem[],
  most: number,
): Promise<FoundItem[]> {
  const shown: FoundItem[] = [];
  for (const item of found) {
    if (shown.length >= most) break;
    const pair = item.kind === 'verified' ? knowledge.verified.find(({ id }) => id === item.key) : undefined;
    if (item.kind !== 'verified' || (pair && (await index.maySee(pair)))) shown.push(item);
  }
  return shown;
}
