import { createHash } from 'node:crypto';
import type { DataSourceId } from '@majed-vanna/contract';
import type { SemanticVectorRow } from '@majed-vanna/db';
import type { PgVector } from '@mastra/pg';
import type { Logger } from '../ports.ts';
import { createEmbeddedStore, type OpenVectorStore, type VectorStore } from '../retrieval/vectors/vector-store.ts';
import { quietLibraries } from './config.ts';

export interface PgVectorStoresDeps {
  readonly connectionString: string;
  readonly log: Logger;
}

/** Apart from the tables of the system database, which migrations look after. */
const SCHEMA = 'semantic_vectors';
const AT_ONCE = 200;
const CONNECTIONS = 2;

/** Vectors in the PostgreSQL server of the system database, through Mastra; embedded where that server has no pgvector. */
export function createPgVectorStores({ connectionString, log }: PgVectorStoresDeps) {
  let connecting: Promise<PgVector | null> | null = null;
  const open: OpenVectorStore = async (source, encoder) => {
    connecting ??= connect();
    const vectors = await connecting;
    return vectors ? createPgVectorStore(vectors, indexName(source, encoder)) : createEmbeddedStore();
  };
  return { open, close };

  async function connect(): Promise<PgVector | null> {
    quietLibraries();
    const [{ PgVector: Vectors }, { noopLogger }] = await Promise.all([import('@mastra/pg'), import('@mastra/core/logger')]);
    const vectors = new Vectors({ id: 'semantic-vectors', connectionString, schemaName: SCHEMA, max: CONNECTIONS });
    // Its own logger writes to the console.
    vectors.__setLogger(noopLogger);
    try {
      const { rowCount } = await vectors.pool.query("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'");
      if (rowCount) return vectors;
      log.info({}, 'the database server has no pgvector: vectors are searched in memory');
    } catch (error) {
      log.warn({ err: error }, 'pgvector cannot be used: vectors are searched in memory');
    }
    await vectors.disconnect();
    return null;
  }

  async function close(): Promise<void> {
    await (await connecting)?.disconnect();
  }
}

/** One table per source and encoder, searched whole: exact. It is made with the first vectors, whose length it needs. */
function createPgVectorStore(vectors: PgVector, name: string): VectorStore {
  return { fill, put, remove, nearest };

  async function fill(rows: readonly SemanticVectorRow[]): Promise<void> {
    if (await exists()) await vectors.deleteIndex({ indexName: name });
    await put(rows);
  }

  async function put(rows: readonly SemanticVectorRow[]): Promise<void> {
    const dimension = rows[0]?.vector.length;
    if (dimension === undefined) return;
    await vectors.createIndex({ indexName: name, dimension, metric: 'cosine', buildIndex: false });
    for (let at = 0; at < rows.length; at += AT_ONCE) {
      const batch = rows.slice(at, at + AT_ONCE);
      await vectors.upsert({ indexName: name, ids: batch.map(({ item }) => item), vectors: batch.map(({ vector }) => [...vector]) });
    }
  }

  async function remove(items: readonly string[]): Promise<void> {
    for (let at = 0; at < items.length; at += AT_ONCE) await vectors.deleteVectors({ indexName: name, ids: items.slice(at, at + AT_ONCE) });
  }

  async function nearest(vector: Float32Array, most: number): Promise<ReadonlyMap<string, number>> {
    if (!(await exists())) return new Map();
    const found = await vectors.query({ indexName: name, queryVector: [...vector], topK: most });
    return new Map(found.map(({ id, score }) => [id, score]));
  }

  async function exists(): Promise<boolean> {
    return (await vectors.listIndexes()).includes(name);
  }
}

/** A name that PostgreSQL accepts, the same for the same source and encoder. */
function indexName(source: DataSourceId, encoder: string): string {
  return `v_${createHash('sha256').update(`${source} ${encoder}`).digest('hex').slice(0, 40)}`;
}
