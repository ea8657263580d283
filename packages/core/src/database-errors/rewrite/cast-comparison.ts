import { applyEdits, type Token } from '@majed-vanna/sql';
import type { Rewrite } from './rewrite-statement.ts';
import { columnKind, sourcesOf } from './sources.ts';
import { isName, isSign, textOf } from './tokens.ts';

/** A text column beside a number: equal to it as text, more or less than it as a number. */
export const castComparison: Rewrite = ({ lexed, tables }) => {
  const { tokens, text } = lexed;
  const sources = sourcesOf(lexed, tables);
  const edits = tokens.flatMap((token, i) => {
    if (!isName(token) || isSign(tokens[i + 1], '.')) return [];
    const qualifier = isSign(tokens[i - 1], '.') && isName(tokens[i - 2]) ? tokens[i - 2] : undefined;
    if (columnKind(sources, token.value, qualifier?.value ?? null) !== 'text') return [];
    const signs = signsAfter(tokens, i);
    const number = tokens[i + 1 + signs.length];
    if (signs === '' || number?.kind !== 'number') return [];
    if (signs === '=' || signs === '<>' || signs === '!=') return [{ start: number.start, end: number.end, text: `'${number.text}'` }];
    const column = textOf(lexed, { from: qualifier ? i - 2 : i, to: i + 1 });
    return [{ start: qualifier?.start ?? token.start, end: token.end, text: `CAST(${column} AS DOUBLE)` }];
  });
  return edits.length > 0 ? applyEdits(text, edits) : null;
};

function signsAfter(tokens: readonly Token[], i: number): string {
  let signs = '';
  for (let at = i + 1; signs.length < 2 && ['<', '>', '=', '!'].some((sign) => isSign(tokens[at], sign)); at++) signs += tokens[at]?.text;
  return signs;
}
