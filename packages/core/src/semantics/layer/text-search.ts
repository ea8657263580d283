/** Case, accents and Arabic vowel signs do not count. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();

/** Whether every word of a search is somewhere in a folded text. */
export function finds(folded: string, find: string | undefined): boolean {
  return foldedText(find ?? '')
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
