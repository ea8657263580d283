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

/** "the worst branches by sales" are several, "the worst branch" is one. */
export function settleSeveral(frame: Frame, tokens: readonly Token[], prepared: PreparedModel): void {
  const [listed, ...others] = frame.projections;
  const ranked = frame.limit === 1 && frame.orders.some(({ shown }) => shown === true);
  if (!ranked || others.length > 0 || listed?.kind !== 'entity' || listed.mention === null) return;
  if (tokens.some(({ value }) => value === 1) || !saysSeveral(listed.mention, prepared)) return;
  frame.limit = frame.groups.length === 0 ? A_FEW : A_FEW_OF_EACH;
}

function saysSeveral({ text, elements: [top] }: Mention, prepared: PreparedModel): boolean {
  const last = text.split(' ').at(-1)?.toLowerCase() ?? '';
  if (/^[a-z]+$/.test(last)) return pluralize.isPlural(last) && !pluralize.isSingular(last);
  const plural = top?.ref.kind === 'table' ? prepared.tables[top.ref.table]?.table.plural?.ar : undefined;
  return plural !== undefined && plain(plural) === plain(text);
}

const plain = (text: string) => withoutArticle(unifyLetters(text));
