import type { Actor, DataSourceId, DataToLlm } from '@majed-vanna/contract';
import { languageOf } from '@majed-vanna/nlq';
import type { Logger } from '../ports.ts';
import { namesValues } from '../semantics/names-values.ts';
import type { SourceSemantics } from '../semantics/semantics-service.ts';
import type { ItemIndex } from './item-index.ts';
import type { Nearness } from './rank-tables.ts';
import type { SearchIndex } from './search-index.ts';
import { queryWords } from './search-terms.ts';
import { encodableItems, vectorId } from './vectors/encodable-items.ts';
import type { EncodableItem, TextEncoder } from './vectors/text-encoder.ts';
import type { VectorIndex } from './vectors/vector-index.ts';

export interface NearnessDeps {
  readonly vectors: VectorIndex;
  /** The embedding model of whoever's questions a model answers; null when there is none. */
  readonly encoder: (actor: Actor | null) => Promise<TextEncoder | null>;
  /** Runs in the house, reads English; null when it is switched off. */
  readonly reranker: TextEncoder | null;
  readonly dataToLlm: (source: DataSourceId) => Promise<DataToLlm>;
  readonly log: Logger;
}

/** How near in meaning tables and other things are, by every encoder there is. */
export interface Near {
  readonly tables: Nearness;
  readonly others: Nearness;
}

/** Asks the encoders; what one cannot tell is left out. Servers that fail are counted by their circuit breaker. */
export function createNearness({ vectors, encoder, reranker, dataToLlm, log }: NearnessDeps) {
  let unnamed = false;
  const encodable = new WeakMap<SourceSemantics, Map<DataToLlm, readonly EncodableItem[]>>();
  return { of, prepare };

  /** `whole` is the index of everything, `seen` that of the asker. */
  async function of(
    semantics: SourceSemantics,
    source: DataSourceId,
    query: string,
    whole: () => SearchIndex,
    seen: SearchIndex,
    actor: Actor | null,
  ): Promise<Near> {
    const asked = await asks(semantics, source, whole, actor);
    const found = await Promise.all(
      asked.map(async ({ by, encoder: own, items }) => {
        if (by === 'reranker' && languageOf(query) !== 'en') return null;
        // The small encoder is led astray by words of asking.
        const text = by === 'reranker' ? queryWords(query).join(' ') : query;
        const cosines = await vectors.similarities(source, own, items, text);
        return cosines && { by, cosines, items };
      }),
    );
    const near: Near = { tables: {}, others: {} };
    for (const each of found) {
      if (!each) continue;
      const hashes = new Map(each.items.map(({ id, hash }) => [id, hash]));
      const told = new Map(
        encodableItems(seen).flatMap(({ id, hash }) => (hashes.get(id) === hash ? [[id, each.cosines.get(id) ?? null]] : [])),
      );
      near.tables[each.by] = nearnessOf(seen.tables, told);
      near.others[each.by] = nearnessOf(seen.others, told);
    }
    return near;
  }

  /** Encodes what changed; resolves when done or given up. */
  async function prepare(semantics: SourceSemantics, source: DataSourceId, whole: () => SearchIndex): Promise<void> {
    const asked = await asks(semantics, source, whole, null);
    await Promise.all(asked.map(({ encoder: own, items }) => vectors.refresh(source, own, items)));
  }

  async function asks(semantics: SourceSemantics, source: DataSourceId, whole: () => SearchIndex, actor: Actor | null) {
    const remote = await remoteEncoder(actor);
    return [
      ...(remote
        ? [
            {
              by: 'vectors' as const,
              encoder: remote,
              items: itemsOf(semantics, whole, await dataToLlm(source)),
            },
          ]
        : []),
      ...(reranker ? [{ by: 'reranker' as const, encoder: reranker, items: itemsOf(semantics, whole, 'full') }] : []),
    ];
  }

  /** One that cannot be had, because its key cannot be read, is told of once until it can. */
  async function remoteEncoder(actor: Actor | null): Promise<TextEncoder | null> {
    try {
      const found = await encoder(actor);
      unnamed = false;
      return found;
    } catch (error) {
      if (!unnamed) log.warn({ err: error }, 'no embedding model can be asked: searching by words');
      unnamed = true;
      return null;
    }
  }

  /** The same list as long as the semantics are the same. A question whose statement holds a value of the data may hold it too. */
  function itemsOf(semantics: SourceSemantics, whole: () => SearchIndex, allowed: DataToLlm): readonly EncodableItem[] {
    const lists = encodable.get(semantics) ?? new Map<DataToLlm, readonly EncodableItem[]>();
    encodable.set(semantics, lists);
    const known = lists.get(allowed);
    if (known) return known;
    const quoting = new Set(
      semantics.knowledge.verified.filter(({ sql }) => namesValues(sql, semantics)).map(({ id }) => `verified:${id}`),
    );
    const list = encodableItems(whole()).filter(({ id }) => {
      if (allowed === 'none') return !/^(passage|verified):/.test(id);
      return allowed !== 'aggregates' || !quoting.has(id);
    });
    lists.set(allowed, list);
    return list;
  }
}

/** Between the middle one and the best: what an encoder calls near differs from encoder to encoder. */
function nearnessOf({ items }: ItemIndex, cosines: ReadonlyMap<string, number | null>): Map<number, number> {
  const told = items.flatMap((item, at) => {
    const cosine = cosines.get(vectorId(item)) ?? null;
    return cosine === null ? [] : [[at, cosine] as const];
  });
  const sorted = told.map(([, cosine]) => cosine).sort((a, b) => a - b);
  const [middle, best] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? 0, sorted.at(-1) ?? 0];
  // One alone has nothing to be nearer than.
  const from = sorted.length < 2 ? 0 : middle;
  return new Map(best > from ? told.map(([at, cosine]) => [at, Math.max(0, (cosine - from) / (best - from))]) : []);
}
