import type { Token } from './token.ts';

const NOTHING = /^(nothing|none)$/;
const WHO = /^(who|that|which)$/;

/** "employees who sold nothing" are those who never sold. */
export function withNothing(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    const [who, verb, nothing] = [tokens[at - 1], token, tokens[at + 1]];
    if (isNothing(nothing) && follows(who, verb)) return [{ ...verb, norm: 'never', stem: 'never' }, verb];
    return isNothing(token) && follows(tokens[at - 2], tokens[at - 1]) ? [] : [token];
  });
}

const isNothing = (token: Token | undefined) => token !== undefined && NOTHING.test(token.norm);
const follows = (who: Token | undefined, verb: Token | undefined) =>
  who !== undefined && WHO.test(who.norm) && verb?.kind === 'word' && !NOTHING.test(verb.norm);
