/** The parts of the search, for whoever measures them one by one. */
export { createSemanticSearch, type SemanticSearch } from './semantic-search.ts';
export { createEmbeddedEncoder } from './vectors/embedded-encoder.ts';
export { createVectorIndex } from './vectors/vector-index.ts';
export { createEmbeddedStore } from './vectors/vector-store.ts';
