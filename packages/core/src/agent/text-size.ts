/** Counted low, so that what is sized by it fits: names and SQL make more tokens than prose. */
export const CHARACTERS_PER_TOKEN = 3;

/** Letters beyond Latin make a token for every two of them. */
const OTHER_SCRIPTS = /[\u0250-\u1fff\u2c00-\uffff]/g;

/** How much of a budget of characters a text takes: its length, and half as much again where it is not in Latin script. */
export function sizeOf(text: string): number {
  return text.length + Math.ceil((text.match(OTHER_SCRIPTS)?.length ?? 0) / 2);
}
