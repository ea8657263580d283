/**
 * Folds text for search, alike on both providers: case, accents, Arabic vowel signs and hamza seats, and tatweel do not count.
 * The wildcards of LIKE become spaces, on both sides of the comparison.
 */
export function searchKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[%_\\\s]+/gu, ' ')
    .trim();
}

/** Names that differ in case or in compatibility forms alone are one name. */
export function usernameKey(username: string): string {
  return storable(username).trim().normalize('NFKC').toLowerCase();
}

/** PostgreSQL cannot hold U+0000 in text. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}
