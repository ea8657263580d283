const PIECES = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\w+|\s+|[^\w\s]/gu;
const NAMES = [
  'secrets',
  'people',
  'sales',
  'phone',
  'salary',
  'token',
  'rowid',
  'people.phone',
  'shop.secrets',
  'main.secrets',
  '(SELECT token FROM secrets)',
  '(SELECT max(phone) FROM people)',
];
const SIGNS = [
  "'",
  '"',
  '--',
  '/*',
  '*/',
  ';',
  '(',
  ')',
  '*',
  '.',
  '::',
  ',',
  '||',
  '->',
  '[',
  ']',
  'AS',
  'IN',
  'LATERAL',
  'TABLE',
  'FROM secrets',
  ', secrets',
  'UNION ALL SELECT token FROM secrets',
  'JOIN secrets ON true',
];

/** Changes statements at random, the same way for the same seed: swaps names, drops, doubles and grafts pieces. */
export function createMutator(seed: number, donors: readonly string[]): (sql: string) => string {
  let state = seed;
  return (sql) => {
    const pieces = split(sql);
    for (let left = 1 + Math.floor(random() * 2); left > 0; left--) change(pieces);
    return pieces.join('');
  };

  function change(pieces: string[]) {
    const place = Math.floor(random() * pieces.length);
    const kind = random();
    if (kind < 0.4) pieces[pick(words(pieces)) ?? place] = pick(NAMES) ?? '';
    else if (kind < 0.55) pieces.splice(place, 0, ' ', pick(SIGNS) ?? '', ' ');
    else if (kind < 0.65) pieces.splice(place, 1);
    else if (kind < 0.75) pieces.splice(place, 0, pieces[place] ?? '');
    else graft(pieces, place);
  }

  function graft(pieces: string[], place: number) {
    const donor = split(pick(donors) ?? '');
    const from = Math.floor(random() * donor.length);
    pieces.splice(place, random() < 0.5 ? 1 : 0, ...donor.slice(from, from + 1 + Math.floor(random() * 8)));
  }

  function pick<T>(choices: readonly T[]): T | undefined {
    return choices[Math.floor(random() * choices.length)];
  }

  /** mulberry32 */
  function random(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

function split(sql: string): string[] {
  return sql.match(PIECES) ?? [sql];
}

function words(pieces: readonly string[]): number[] {
  return pieces.flatMap((piece, i) => (/^\w+$/.test(piece) ? [i] : []));
}
