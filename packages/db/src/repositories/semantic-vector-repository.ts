import type { DataSourceId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';

/** An encoded text of the semantic layer of a source. */
export interface SemanticVectorRow {
  /** Unique within the source, e.g. `table:sales.orders`. */
  readonly item: string;
  /** Of the text that was encoded. */
  readonly contentHash: string;
  readonly vector: Float32Array;
}

const BYTES = 4;
/** Keeps a statement below the number of parameters that SQLite and PostgreSQL accept. */
const MOST_AT_ONCE = 500;

/** Vectors of one source are of an encoder, whose name says which vectors can be compared. */
export function createSemanticVectorRepository({ semanticVector: vectors }: PrismaConnection) {
  return { list, upsertMany, removeMany, removeAll };

  async function list(source: DataSourceId, encoder: string): Promise<SemanticVectorRow[]> {
    const rows = await vectors.findMany({ where: { dataSourceId: source, encoder }, orderBy: { item: 'asc' } });
    return rows.map(({ item, contentHash, vector }) => ({ item, contentHash, vector: fromBytes(vector) }));
  }

  /** By source, item and encoder; what is there is replaced. */
  async function upsertMany(source: DataSourceId, encoder: string, rows: readonly SemanticVectorRow[]): Promise<void> {
    for (const { item, contentHash, vector } of rows) {
      const changed = { contentHash, vector: toBytes(vector) };
      await vectors.upsert({
        where: { dataSourceId_item_encoder: { dataSourceId: source, item, encoder } },
        create: { dataSourceId: source, item, encoder, ...changed },
        update: changed,
      });
    }
  }

  /** Removing what is not there is no error. */
  async function removeMany(source: DataSourceId, encoder: string, items: readonly string[]): Promise<void> {
    for (let at = 0; at < items.length; at += MOST_AT_ONCE)
      await vectors.deleteMany({ where: { dataSourceId: source, encoder, item: { in: items.slice(at, at + MOST_AT_ONCE) } } });
  }

  /** All of an encoder. */
  async function removeAll(source: DataSourceId, encoder: string): Promise<void> {
    await vectors.deleteMany({ where: { dataSourceId: source, encoder } });
  }
}

export type SemanticVectorRepository = ReturnType<typeof createSemanticVectorRepository>;

/** Little-endian, whatever the machine. */
function toBytes(vector: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(vector.length * BYTES);
  const view = new DataView(bytes.buffer);
  for (const [at, value] of vector.entries()) view.setFloat32(at * BYTES, value, true);
  return bytes;
}

function fromBytes(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: Math.floor(bytes.byteLength / BYTES) }, (_, at) => view.getFloat32(at * BYTES, true));
}
