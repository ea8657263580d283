import type { DataSourceId } from '@majed-vanna/contract';
import type { SemanticVectorRow } from '@majed-vanna/db';

/** Finds the nearest vectors of one source and encoder. What is in it is written down elsewhere: it may be filled anew at any time. */
export interface VectorStore {
  /** Makes it hold exactly these. */
  fill(rows: readonly SemanticVectorRow[]): Promise<void>;
  put(rows: readonly SemanticVectorRow[]): Promise<void>;
  remove(items: readonly string[]): Promise<void>;
  /** Cosine per item, of the nearest ones at least. */
  nearest(vector: Float32Array, most: number): Promise<ReadonlyMap<string, number>>;
}

export type OpenVectorStore = (source: DataSourceId, encoder: string) => Promise<VectorStore>;

/** All vectors in memory, compared one by one: exact, and fast enough for some ten thousand. */
export function createEmbeddedStore(): VectorStore {
  const vectors = new Map<string, Float32Array>();
  return { fill, put, remove, nearest };

  async function fill(rows: readonly SemanticVectorRow[]): Promise<void> {
    vectors.clear();
    await put(rows);
  }

  async function put(rows: readonly SemanticVectorRow[]): Promise<void> {
    for (const { item, vector } of rows) vectors.set(item, vector);
  }

  async function remove(items: readonly string[]): Promise<void> {
    for (const item of items) vectors.delete(item);
  }

  async function nearest(vector: Float32Array, most: number): Promise<ReadonlyMap<string, number>> {
    const all = [...vectors].map(([item, other]) => [item, product(vector, other)] as const);
    return new Map(all.toSorted(([, a], [, b]) => b - a).slice(0, most));
  }
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
