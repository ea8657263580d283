import { applyEdits, type Token } from '@majed-vanna/sql';
import type { Rewrite } from './rewrite-statement.ts';
import { callsIn, isName, isOneSelect, isSign, isWord, type Span, sameName, splitAtCommas, textOf } from './tokens.ts';

const AGGREGATES = new Set(
  'count sum avg mean min max median mode stddev stddev_pop stddev_samp variance var_pop var_samp string_agg group_concat listagg list array_agg first last any_value arg_max arg_min max_by min_by count_if countif approx_count_distinct quantile quantile_cont quantile_disc percentile_cont percentile_disc bool_and bool_or total'.split(
    ' ',
  ),
);
const BEHIND_GROUPS = ['having', 'qualify', 'window', 'order', 'limit', 'offset', 'fetch'];

/**
 * Groups by the whole expression that the column stands in (`date_trunc('month', ordered_at)`, not `ordered_at`), when it
 * is listed beside aggregates without being one. Anything else would change what is counted.
 */
export const addToGroupBy: Rewrite = ({ lexed, complaint: { name } }) => {
  const { tokens, text } = lexed;
  const from = tokens.findIndex((token) => isWord(token, 'from') && token.depth === 0);
  if (name === undefined || from < 2 || !isOneSelect(tokens) || !isWord(tokens[0], 'select')) return null;
  const aggregates = callsIn(lexed).filter((call) => AGGREGATES.has(call.name));
  const items = splitAtCommas(tokens, { from: isWord(tokens[1], 'distinct', 'all') ? 2 : 1, to: from });
  const own = items.map((item) => ({ item, total: aggregates.some(({ span }) => span.from >= item.from && span.to <= item.to) }));
  const holding = own.filter(({ item }) => mentions(tokens, item, name));
  const [ungrouped] = holding.filter(({ total }) => !total);
  if (
    !ungrouped ||
    holding.some(
      ({ item, total }) =>
        total &&
        mentionsOutside(
          tokens,
          item,
          name,
          aggregates.map(({ span }) => span),
        ),
    )
  )
    return null;
  const expression = textOf(lexed, withoutName(tokens, ungrouped.item));
  const group = tokens.findIndex((token) => isWord(token, 'group') && token.depth === 0);
  const behind = tokens.findIndex((token, i) => i > Math.max(from, group) && token.depth === 0 && isWord(token, ...BEHIND_GROUPS));
  const end = tokens[(behind === -1 ? tokens.length : behind) - 1]?.end ?? text.length;
  return applyEdits(text, [{ start: end, end, text: `${group === -1 ? ' GROUP BY ' : ', '}${expression}` }]);
};

function mentions(tokens: readonly Token[], { from, to }: Span, name: string): boolean {
  return tokens.slice(from, to).some((token) => isName(token) && sameName(token.value, name));
}

function mentionsOutside(tokens: readonly Token[], item: Span, name: string, calls: readonly Span[]): boolean {
  return tokens.some(
    (token, i) =>
      i >= item.from && i < item.to && isName(token) && sameName(token.value, name) && !calls.some(({ from, to }) => i >= from && i < to),
  );
}

/** `expression AS name` and `expression name` without the name. */
function withoutName(tokens: readonly Token[], { from, to }: Span): Span {
  const as = tokens.findIndex((token, i) => i > from && i < to && token.depth === tokens[from]?.depth && isWord(token, 'as'));
  if (as !== -1) return { from, to: as };
  const [last, before] = [tokens[to - 1], tokens[to - 2]];
  const named = to - from > 1 && isName(last) && (isName(before) || isSign(before, ')'));
  return { from, to: named ? to - 1 : to };
}
