import { ABBREVIATIONS } from './abbreviations.ts';

/** Splits an identifier into lower-case words: `custId`, `CUST_NM`, `order-lines`, `Address2`. */
export function splitIdentifier(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '');
}

/** Ends that people glue to a word without a separator. */
const GLUED = ['name', 'id', 'code', 'date', 'type', 'number', 'key', 'title', 'time', 'year', 'count', 'no', 'rate', 'price'];

/**
 * Splits words that are written without a separator (`countryname`, `birthdate`) with the help of the model's other words,
 * and reads abbreviations out.
 */
export function createNameReader(vocabulary: ReadonlySet<string>): (name: string) => string[] {
  return (name) =>
    whole(name) ??
    splitIdentifier(name)
      .flatMap((word) => unglue(word).map((part) => ABBREVIATIONS[part] ?? part))
      .flatMap((word) => word.split(' '));

  /** `LName`, `DOB`: cut short as a whole. */
  function whole(name: string): string[] | null {
    return ABBREVIATIONS[name.toLowerCase().replace(/[^a-z]/g, '')]?.split(' ') ?? null;
  }

  function unglue(word: string): string[] {
    if (word.length < 5 || KEEP.has(word)) return [word];
    for (const end of GLUED) {
      if (!word.endsWith(end)) continue;
      const head = word.slice(0, -end.length);
      if (
        head.length >= 3 &&
        (vocabulary.has(head) ||
          vocabulary.has(`${head}s`) ||
          end === 'name' ||
          end === 'date' ||
          (end === 'id' && [...vocabulary].some((known) => known.startsWith(head))))
      )
        return [head, end];
    }
    for (let cut = 3; cut <= word.length - 3; cut++) {
      const [head, tail] = [word.slice(0, cut), word.slice(cut)];
      if (vocabulary.has(head) && vocabulary.has(tail)) return [head, tail];
    }
    return [word];
  }
}

/** Words that only look glued. */
const KEEP = new Set([
  'valid',
  'paid',
  'update',
  'candidate',
  'surname',
  'username',
  'nickname',
  'filename',
  'account',
  'discount',
  'monkey',
  'overtime',
  'lifetime',
  'sometime',
  'separate',
  'surprise',
  'subtitle',
  'prototype',
  'country',
  'phone',
  'postcode',
]);

/** `name_ar` is the name once more, in Arabic letters. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/_ar$/, '');
  return plain(one) === plain(other);
}
