import { createHash } from 'node:crypto';
import type { SearchIndex } from '../search-index.ts';
import type { SearchItem } from '../search-items.ts';
import type { EncodableItem } from './text-encoder.ts';

/** Texts are cut here: encoders read a few hundred words at most. */
const MAX_TEXT = 1_500;
const MAX_PARTS = 60;

/** Tables with the names of their columns, metrics, terms, passages and confirmed questions; a column is found through its table. */
export function encodableItems({ tables, others }: Pick<SearchIndex, 'tables' | 'others'>): EncodableItem[] {
  return [...tables.items, ...others.items].map((item) => {
    const text = encodedText(item);
    return { id: vectorId(item), text, hash: createHash('sha256').update(text).digest('base64url').slice(0, 22) };
  });
}

export const vectorId = ({ kind, key }: Pick<SearchItem, 'kind' | 'key'>): string => `${kind}:${key}`;

/** Names and descriptions only: no value of the data, no statement, which may hold values. */
function encodedText({ kind, title, description, names, parts }: SearchItem): string {
  const called = [...new Set(names)].join(', ');
  const held = [...new Set(parts)].slice(0, MAX_PARTS).join(', ');
  return [kind === 'passage' ? title : called, description, held].filter(Boolean).join('. ').slice(0, MAX_TEXT);
}
