import { applyEdits } from '@majed-vanna/sql';
import type { Rewrite } from './rewrite-statement.ts';
import { columnKind, sourcesOf } from './sources.ts';
import { callsIn, isName, isSign, textOf } from './tokens.ts';

const words = (text: string) => new Set(text.split(' '));
const OF_NUMBERS = words('sum avg mean median round abs ceil ceiling floor stddev stddev_samp stddev_pop variance sqrt');
const OF_MOMENTS = words(
  'date_trunc datetrunc date_part datepart date_diff datediff date_sub strftime year quarter month week day hour minute dayname monthname last_day dayofweek isodow weekday epoch age',
);
const OF_TEXT = words(
  'substr substring upper lower ucase lcase length len left right replace trim ltrim rtrim instr strpos contains starts_with regexp_matches regexp_extract regexp_replace split_part lpad rpad reverse',
);

/**
 * A column that holds its numbers or dates as text, or is wanted as text, is cast where a function takes it. The cast is
 * strict: a value that does not fit fails, it is not left out in silence.
 */
export const castArguments: Rewrite = ({ lexed, tables, complaint: { signature } }) => {
  const name = /^(\w+)\(/.exec(signature ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return null;
  const sources = sourcesOf(lexed, tables);
  const edits = callsIn(lexed)
    .filter((call) => call.name === name)
    .flatMap(({ args }) =>
      args.flatMap((arg) => {
        const [first, dot, second] = lexed.tokens.slice(arg.from, arg.to);
        const qualified = arg.to - arg.from === 3 && isSign(dot, '.') && isName(second);
        if (!isName(first) || !(qualified || arg.to - arg.from === 1)) return [];
        const kind = qualified ? columnKind(sources, second.value, first.value) : columnKind(sources, first.value, null);
        const type = kind === null ? null : wantedType(name, kind);
        const text = textOf(lexed, arg);
        return type === null ? [] : [{ start: first.start, end: first.start + text.length, text: `CAST(${text} AS ${type})` }];
      }),
    );
  return edits.length > 0 ? applyEdits(lexed.text, edits) : null;
};

function wantedType(name: string, kind: string): string | null {
  if (OF_TEXT.has(name)) return kind === 'text' ? null : 'VARCHAR';
  if (kind !== 'text') return null;
  return OF_NUMBERS.has(name) ? 'DOUBLE' : OF_MOMENTS.has(name) ? 'TIMESTAMP' : null;
}
