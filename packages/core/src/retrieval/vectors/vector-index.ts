import type { DataSourceId } from '@majed-vanna/contract';
import type { SemanticVectorRepository, SemanticVectorRow } from '@majed-vanna/db';
import type { Clock, Logger } from '../../ports.ts';
import { createQueryVectors } from './query-vectors.ts';
import { type EncodableItem, type TextEncoder, unitVector } from './text-encoder.ts';
import type { OpenVectorStore, VectorStore } from './vector-store.ts';

export interface VectorIndexDeps {
  readonly vectors: SemanticVectorRepository;
  readonly openStore: OpenVectorStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** A question waits no longer for its own vector. */
  readonly queryDeadlineMs?: number;
}

export type VectorIndex = ReturnType<typeof createVectorIndex>;

/** What is held of one source and encoder. */
interface Held {
  readonly store: VectorStore;
  /** What was encoded of each item; changed as it is written. */
  readonly hashes: Map<string, string>;
  dimension: number | null;
  /** The list that was last brought in line. */
  items: readonly EncodableItem[] | null;
  refreshing: Promise<void> | null;
  /** Nobody tries before, in milliseconds. */
  retryAt: number;
}

const QUERY_DEADLINE_MS = 1_500;
const RETRY_AFTER_MS = 60_000;
const NEAREST = 200;

/** Encodes what changed of a source's semantics in the background, and tells what is near a question. Never fails: null without vectors. */
export function createVectorIndex({ vectors, openStore, clock, log, queryDeadlineMs = QUERY_DEADLINE_MS }: VectorIndexDeps) {
  const held = new Map<string, Promise<Held>>();
  const queries = createQueryVectors();
  const closing = new AbortController();
  return { similarities, refresh, close };

  /** Cosine to the query of each item whose text is encoded as it is now; null while nothing is, or the query cannot be. */
  async function similarities(
    source: DataSourceId,
    encoder: TextEncoder,
    items: readonly EncodableItem[],
    query: string,
  ): Promise<ReadonlyMap<string, number> | null> {
    try {
      const own = await open(source, encoder);
      startRefresh(source, encoder, own, items);
      if (own.hashes.size === 0 || clock.now().getTime() < own.retryAt) return null;
      const vector = await queries.vectorOf(encoder, query, AbortSignal.any([closing.signal, AbortSignal.timeout(queryDeadlineMs)]));
      if (vector.length !== own.dimension) return await forget(source, encoder, own);
      return await own.store.nearest(vector, NEAREST);
    } catch (error) {
      const own = await held.get(keyOf(source, encoder))?.catch(() => null);
      pause(encoder, own ?? null, error);
      return null;
    }
  }

  /** Brings the vectors in line with the items: encodes what changed, drops what is gone. Resolves when done or given up. */
  async function refresh(source: DataSourceId, encoder: TextEncoder, items: readonly EncodableItem[]): Promise<void> {
    try {
      const own = await open(source, encoder);
      startRefresh(source, encoder, own, items);
      await own.refreshing;
    } catch (error) {
      pause(encoder, null, error);
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    for (const each of held.values()) await each.then(({ refreshing }) => refreshing).catch(() => undefined);
  }

  function open(source: DataSourceId, encoder: TextEncoder): Promise<Held> {
    const key = keyOf(source, encoder);
    const known = held.get(key);
    if (known) return known;
    const opened = load(source, encoder);
    held.set(key, opened);
    opened.catch(() => held.delete(key));
    return opened;
  }

  async function load(source: DataSourceId, encoder: TextEncoder): Promise<Held> {
    const rows = await vectors.list(source, encoder.name);
    const store = await openStore(source, encoder.name);
    await store.fill(rows);
    const hashes = new Map(rows.map(({ item, contentHash }) => [item, contentHash]));
    return { store, hashes, dimension: rows[0]?.vector.length ?? null, items: null, refreshing: null, retryAt: 0 };
  }

  function startRefresh(source: DataSourceId, encoder: TextEncoder, own: Held, items: readonly EncodableItem[]): void {
    if (own.refreshing || own.items === items || closing.signal.aborted || clock.now().getTime() < own.retryAt) return;
    own.refreshing = bringInLine(source, encoder, own, items)
      .then(() => {
        own.items = items;
      })
      .catch((error: unknown) => pause(encoder, own, error))
      .finally(() => {
        own.refreshing = null;
      });
  }

  async function bringInLine(source: DataSourceId, encoder: TextEncoder, own: Held, items: readonly EncodableItem[]): Promise<void> {
    const wanted = new Set(items.map(({ id }) => id));
    const gone = [...own.hashes.keys()].filter((item) => !wanted.has(item));
    if (gone.length > 0) {
      await vectors.removeMany(source, encoder.name, gone);
      await own.store.remove(gone);
      for (const item of gone) own.hashes.delete(item);
    }
    const changed = items.filter(({ id, hash }) => own.hashes.get(id) !== hash);
    for (let at = 0; at < changed.length; at += encoder.batchSize) {
      const batch = changed.slice(at, at + encoder.batchSize);
      const rows = rowsOf(
        batch,
        await encoder.encode(
          batch.map(({ text }) => text),
          closing.signal,
          'index',
        ),
        own.dimension,
      );
      own.dimension ??= rows[0]?.vector.length ?? null;
      await vectors.upsertMany(source, encoder.name, rows);
      await own.store.put(rows);
      for (const { item, contentHash } of rows) own.hashes.set(item, contentHash);
    }
    if (changed.length > 0) log.info({ dataSourceId: source, encoder: encoder.name, texts: changed.length }, 'semantic layer encoded');
  }

  /** The encoder's vectors have another length than before: what was kept compares with nothing. */
  async function forget(source: DataSourceId, encoder: TextEncoder, own: Held): Promise<null> {
    log.warn({ dataSourceId: source, encoder: encoder.name }, 'the encoder changed: the semantic layer is encoded again');
    await vectors.removeAll(source, encoder.name);
    await own.store.fill([]);
    own.hashes.clear();
    own.dimension = null;
    own.items = null;
    return null;
  }

  function pause(encoder: TextEncoder, own: Held | null, error: unknown): void {
    if (closing.signal.aborted) return;
    if (own) own.retryAt = clock.now().getTime() + RETRY_AFTER_MS;
    log.warn({ encoder: encoder.name, err: error }, 'searching without vectors for a while');
  }
}

function keyOf(source: DataSourceId, { name }: TextEncoder): string {
  return `${source} ${name}`;
}

/** @throws Error when the vectors are not what they should be */
function rowsOf(batch: readonly EncodableItem[], encoded: readonly (readonly number[])[], dimension: number | null): SemanticVectorRow[] {
  const length = dimension ?? encoded[0]?.length;
  return batch.map(({ id, hash }, at) => {
    const vector = unitVector(encoded[at] ?? []);
    if (!vector || vector.length !== length) throw new Error('the encoder answered with vectors of different lengths, or of none');
    return { item: id, contentHash: hash, vector };
  });
}
