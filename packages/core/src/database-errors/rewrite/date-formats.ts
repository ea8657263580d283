/** Formats of `TO_CHAR` (Oracle, PostgreSQL) and `DATE_FORMAT` (MySQL) as those of `strftime`; the longest word first. */
const TO_CHAR = [
  ['YYYY', '%Y'],
  ['HH24', '%H'],
  ['YY', '%y'],
  ['MM', '%m'],
  ['DD', '%d'],
  ['MI', '%M'],
  ['SS', '%S'],
] as const;
const DATE_FORMAT = [
  ['%Y', '%Y'],
  ['%y', '%y'],
  ['%m', '%m'],
  ['%d', '%d'],
  ['%H', '%H'],
  ['%i', '%M'],
  ['%s', '%S'],
] as const;

/** The literal as a `strftime` format; null when it holds anything else. */
export function fromToChar(literal: string | undefined): string | null {
  return translate(literal, TO_CHAR);
}

export function fromDateFormat(literal: string | undefined): string | null {
  return translate(literal, DATE_FORMAT);
}

function translate(literal: string | undefined, words: readonly (readonly [string, string])[]): string | null {
  const format = /^'([^']*)'$/.exec(literal ?? '')?.[1];
  if (format === undefined) return null;
  let result = '';
  for (let at = 0; at < format.length; ) {
    const known = words.find(
      ([word]) => format.slice(at, at + word.length).toUpperCase() === word.toUpperCase() && sameCase(word, format, at),
    );
    if (!known && !/[-/:. ]/.test(format.charAt(at))) return null;
    result += known ? known[1] : format.charAt(at);
    at += known ? known[0].length : 1;
  }
  return `'${result}'`;
}

/** `%m` and `%M` differ; `YYYY` and `yyyy` do not. */
function sameCase(word: string, format: string, at: number): boolean {
  return !word.startsWith('%') || format.startsWith(word, at);
}
