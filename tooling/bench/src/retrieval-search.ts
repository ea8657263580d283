import { createEmbeddedEncoder, createEmbeddedStore, createSemanticSearch, createVectorIndex } from '@majed-vanna/core/retrieval';
import { createThesaurus } from '@majed-vanna/core/thesaurus';

/** The search of the product, without a model's server; the encoder of its own keeps its vectors in memory. */
export function createBenchSearch({ reranker }: { readonly reranker: boolean }) {
  const encoder = reranker ? createEmbeddedEncoder() : null;
  const nothing = () => undefined;
  const log = { info: nothing, warn: (fields: unknown, text: string) => console.error(`[bench] ${text}`, fields), error: nothing };
  const vectors = createVectorIndex({
    vectors: {
      list: async () => [],
      upsertMany: async () => undefined,
      removeMany: async () => undefined,
      removeAll: async () => undefined,
    },
    openStore: async () => createEmbeddedStore(),
    clock: { now: () => new Date() },
    log,
    queryDeadlineMs: 60_000,
  });
  const meaning = { vectors, encoder: async () => null, reranker: encoder, dataToLlm: async () => 'none' as const, log };
  const search = createSemanticSearch({ thesaurus: createThesaurus(), ...(reranker ? { meaning } : {}) });
  return { ...search, close };

  async function close(): Promise<void> {
    await vectors.close();
    await encoder?.close();
  }
}
