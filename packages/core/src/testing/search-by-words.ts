import { createSemanticSearch } from '../retrieval/semantic-search.ts';
import { createThesaurus } from '../semantics/thesaurus.ts';

/** The search without an encoder. */
export function searchByWords() {
  return createSemanticSearch({ thesaurus: createThesaurus() });
}
