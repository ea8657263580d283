import type { Token } from '@majed-vanna/sql';

const LONG = 3;
/** What stands before a value that something must be. */
const ASKS = new Set(['=', '<', '>', 'in', 'between', 'and', 'when', 'is', 'not', 'like']);
/** What stands behind one. */
const ASKED = new Set(['=', '<', '>', '!', 'in', 'between', 'is', 'not']);
/** A list behind one of these holds such values. */
const LISTS = new Set(['in', 'values', 'any', 'all', 'some', '=', '<', '>']);
const FRAME = new Set(['preceding', 'following']);
const TOTALS = new Set(['sum', 'count', 'avg']);
const ROUND = /^[1-9]?0*(?:\.0*)?$/;
const UNIT = /^10+(?:\.0*)?$/;

/**
 * Whether the number there may be a value of the data: something must be it, or it is long. A count of rows to show is none,
 * nor a power of ten that something is divided by, nor a round number that a total is above or below.
 */
export function isValue(tokens: readonly Token[], at: number): boolean {
  const word = (place: number) => tokens[place]?.text.toLowerCase() ?? '';
  const number = word(at);
  if (/^(limit|offset|fetch)$/.test(word(at - 1)) || (/^(first|next)$/.test(word(at - 1)) && word(at - 2) === 'fetch')) return false;
  if (FRAME.has(word(at + 1))) return false;
  const [first, last] = unwrapped();
  const before = word(first - 1);
  if (/^[<>]$/.test(before) && ROUND.test(number) && isTotal(first - 2)) return false;
  if (ASKS.has(before) || ASKED.has(word(last + 1)) || (before === 'from' && word(first - 2) === 'distinct') || isListed()) return true;
  if (/^[*/]$/.test(before) && UNIT.test(number)) return false;
  return number.replace(/\D/g, '').replace(/^0+/, '').length >= LONG;

  /** With its sign, and the brackets around it alone. */
  function unwrapped(): [number, number] {
    let [from, to] = [at, at];
    for (;;) {
      if (/^[+-]$/.test(word(from - 1))) from--;
      else if (word(from - 1) === '(' && word(to + 1) === ')') [from, to] = [from - 1, to + 1];
      else return [from, to];
    }
  }

  function isTotal(end: number): boolean {
    if (word(end) === '=' || word(end) === '>') return false;
    const open = tokens.findLastIndex(({ text, depth }, place) => place < end && text === '(' && depth === tokens[end]?.depth);
    return word(end) === ')' && TOTALS.has(word(open - 1));
  }

  function isListed(): boolean {
    let depth = tokens[at]?.depth ?? 0;
    for (let place = at - 1; place >= 0 && depth > 0; place--) {
      const token = tokens[place];
      if (!token || token.depth >= depth || !/^[([]$/.test(token.text)) continue;
      if (/^(select|with)$/.test(word(place + 1))) return false;
      if (LISTS.has(word(place - 1))) return true;
      depth = token.depth;
    }
    return false;
  }
}
