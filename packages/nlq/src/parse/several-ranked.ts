import pluralize from 'pluralize';
import { withoutArticle } from '../arabic/frame-phrases.ts';
import { unifyLetters } from '../arabic/letters.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Frame } from './frame.ts';
import type { Mention } from './segment.ts';
import type { Token } from './token.ts';

/** As many as are shown of "the worst branches". */
const A_FEW = 10;
/** As many as are shown of "the top products in each region". */
const A_FEW_OF_EACH = 3;

/** "the worst branches by sales" and "best selling products" are several, "the worst branch" is one. */
export function settleSeveral(frame: Frame, tokens: readonly Token[], prepared: PreparedModel): void {
  const [listed, ...others] = frame.projections;
  if (listed?.kind === 'entity' && listed.mention !== null && others.length === 0)
    settleSuperlative(frame, listed.mention, tokens, prepared);
  const ranked = frame.limit === 1 && frame.orders.some(({ shown }) => shown === true);
  if (!ranked || others.length > 0 || listed?.kind !== 'entity' || listed.mention === null) return;
  if (tokens.some(({ value }) => value === 1) || !saysSeveral(listed.mention, prepared)) return;
  frame.limit = frame.groups.length === 0 ? A_FEW : A_FEW_OF_EACH;
}

/** Only where the question opens with it: "which products are the cheapest" may ask for one. */
function settleSuperlative(frame: Frame, mention: Mention, tokens: readonly Token[], prepared: PreparedModel): void {
  const opens = tokens.slice(0, mention.start).every(({ norm }) => !ASKS_WHICH.test(norm));
  if (!opens || tokens.some(({ value }) => value === 1) || !saysSeveral(mention, prepared)) return;
  frame.conditions = frame.conditions.map((condition) =>
    condition.kind === 'superlative' &&
    condition.limit === 1 &&
    condition.nth === undefined &&
    condition.count === null &&
    (condition.target === mention || (condition.by?.start ?? -1) < mention.start)
      ? { ...condition, limit: A_FEW }
      : condition,
  );
}

const ASKS_WHICH = /^(which|what|whose|who|of|in)$/;

function saysSeveral({ text, elements: [top] }: Mention, prepared: PreparedModel): boolean {
  const last = text.split(' ').at(-1)?.toLowerCase() ?? '';
  if (/^[a-z]+$/.test(last)) return pluralize.isPlural(last) && !pluralize.isSingular(last);
  const plural = top?.ref.kind === 'table' ? prepared.tables[top.ref.table]?.table.plural?.ar : undefined;
  return plural !== undefined && plain(plural) === plain(text);
}

const plain = (text: string) => withoutArticle(unifyLetters(text));
