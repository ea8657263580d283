import type { Analysis } from './analysis.ts';
import type { Token } from './lex.ts';
import { refuse } from './refuse.ts';

const MAX_SIZED = 3;

/**
 * Accounts for every token by itself, whatever the parser made of it: a word is a resolved name, a known keyword, or an
 * accepted function in front of a bracket; a quoted name was resolved. What the parser dropped or misread shows up here.
 */
export function auditTokens(analysis: Analysis, tokens: readonly Token[]) {
  const sized = tokens.filter((token) => token.kind === 'word' && analysis.rules.sizedFunctions.has(token.text.toLowerCase()));
  // Each of them may multiply what another one made, through sub-queries too.
  if (sized.length > MAX_SIZED) refuse('side_effect', `At most ${MAX_SIZED} functions that lengthen text are accepted.`, sized[0]?.text);
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'quoted' && !analysis.claimed.has(token.start))
      refuse('unknown_syntax', `The quoted name ${token.text} has no place here.`, token.text);
    if (token.kind !== 'word') continue;
    const callee = tokens[i + 1]?.text === '(';
    if (callee) auditCallee(analysis, tokens, i, token);
    else auditWord(analysis, token);
  }
}

function auditWord({ claimed, rules }: Analysis, token: Token) {
  const word = token.text.toLowerCase();
  if (claimed.has(token.start) || rules.keywords.has(word) || rules.bareFunctions.has(word)) return;
  refuse('unknown_syntax', `The word ${token.text} is not accepted here.`, token.text);
}

function auditCallee({ claimed, rules }: Analysis, tokens: readonly Token[], i: number, token: Token) {
  const word = token.text.toLowerCase();
  if (rules.bracketKeywords.has(word) || claimed.has(token.start)) return;
  const chained = tokens[i - 1]?.text === '.';
  if (chained && (rules.sizedFunctions.has(word) || rules.formatFunctions.has(word)))
    refuse('side_effect', `${token.text} is accepted as a plain call only.`, token.text);
  if (rules.sizedFunctions.has(word)) return auditSize(tokens, i, token, rules.sizedFunctions.get(word));
  if (rules.formatFunctions.has(word)) return auditFormat(tokens, i, token);
  if (!rules.functions.has(word) && !rules.tableFunctions.has(word))
    refuse('unknown_function', `The function ${token.text} is not accepted.`, token.text);
}

/** The sized argument must be one number token; an argument that is itself sized would multiply. */
function auditSize(tokens: readonly Token[], i: number, token: Token, size: { argument: number; max: number } | undefined) {
  const args = argumentsOf(tokens, i);
  const sized = args[size?.argument ?? 0] ?? [];
  const [only] = sized;
  const accepted = sized.length === 1 && only?.kind === 'number' && Number(only.text) <= (size?.max ?? 0);
  if (!accepted)
    refuse(
      'side_effect',
      `${token.text} is accepted with a length written out, up to ${size?.max}.`,
      token.text,
      'Write a small whole number.',
    );
  const nested = args.flat().find((inner) => inner.kind === 'word' && inner.text.toLowerCase() === token.text.toLowerCase());
  if (nested) refuse('side_effect', `${token.text} may not be nested in itself.`, token.text);
}

/** A format may not ask for wide padding, neither in its text nor through an argument. */
function auditFormat(tokens: readonly Token[], i: number, token: Token) {
  const [format] = argumentsOf(tokens, i);
  const [only] = format ?? [];
  const accepted = format?.length === 1 && only?.kind === 'string' && !/\d{3}|[*{][^}]*[*{]|\*/.test(only.value);
  if (!accepted) refuse('side_effect', `${token.text} is accepted with a written-out format of short widths.`, token.text);
}

function argumentsOf(tokens: readonly Token[], i: number): Token[][] {
  const depth = tokens[i]?.depth ?? 0;
  const args: Token[][] = [[]];
  for (const token of tokens.slice(i + 2)) {
    if (token.depth <= depth) break;
    if (token.text === ',' && token.depth === depth + 1) args.push([]);
    else args.at(-1)?.push(token);
  }
  return args;
}
