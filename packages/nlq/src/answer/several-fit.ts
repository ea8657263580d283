import { isArabic } from '../arabic/letters.ts';
import { OWN_NAME } from '../lexicon/lexicon.ts';
import type { PreparedColumn, PreparedModel } from '../lexicon/prepared-model.ts';
import { isMeasure } from '../parse/parser-state.ts';
import type { Mention } from '../parse/segment.ts';
import type { WeighedDraft } from '../reader.ts';
import { differenceOf } from './clarify.ts';

/**
 * "average amount", where nothing is called just that and columns of several tables end in it: only who asks knows which amount.
 * The readings that take the word for another of them; empty when it is settled by anything else that was said.
 */
export function severalFit(
  best: WeighedDraft,
  others: readonly WeighedDraft[],
  prepared: PreparedModel,
): { mention: Mention; rivals: WeighedDraft[] } | null {
  for (const segment of best.segments) {
    if (segment.kind !== 'element') continue;
    const { mention } = segment;
    const [word, ...more] = best.tokens.slice(segment.start, segment.end);
    const chosen = columnOf(best, mention, prepared);
    if (word === undefined || more.length > 0 || chosen === null || (best.resolution.chosen.get(mention.id)?.score ?? 1) >= OWN_NAME)
      continue;
    if (!endsIn(chosen, word.stem) || tableIsSaid(best, mention, chosen.table)) continue;
    const rivals = others.filter((draft) => {
      const column = columnOf(draft, mention, prepared);
      return column !== null && endsIn(column, word.stem) && differenceOf(best, draft) === mention;
    });
    if (rivals.some((draft) => columnOf(draft, mention, prepared)?.table !== chosen.table)) return { mention, rivals };
  }
  return null;
}

function columnOf({ resolution }: WeighedDraft, { id }: Mention, { tables }: PreparedModel): PreparedColumn | null {
  const ref = resolution.chosen.get(id)?.ref;
  const column = ref?.kind === 'column' ? tables[ref.table]?.columns[ref.column] : undefined;
  return column !== undefined && isMeasure(column) ? column : null;
}

/** What a name is of comes last in English and first in Arabic: "net amount", "المبلغ الصافي". */
function endsIn({ names }: PreparedColumn, stem: string): boolean {
  return names.some(({ words, stems }) => (isArabic(words[0] ?? '') ? stems[0] : stems.at(-1)) === stem);
}

function tableIsSaid({ resolution }: WeighedDraft, { id }: Mention, table: number): boolean {
  return [...resolution.chosen].some(([mention, { ref }]) => mention !== id && mention >= 0 && ref.table === table);
}
