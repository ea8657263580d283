import type { Language } from '@majed-vanna/contract';
import { splitIdentifier } from '../lexicon/names.ts';
import type { PreparedModel } from '../lexicon/prepared-model.ts';
import type { Mention } from '../parse/segment.ts';
import type { WeighedDraft } from '../reader.ts';
import type { Option } from '../resolve/slots.ts';
import { PHRASES } from './phrases.ts';

/** The spoken words that two readings take for different things; null when they differ otherwise. */
export function differenceOf(a: WeighedDraft, b: WeighedDraft): Mention | null {
  const differing = a.segments.flatMap((segment) => {
    if (!('mention' in segment)) return [];
    const x = a.resolution.chosen.get(segment.mention.id);
    const y = b.resolution.chosen.get(segment.mention.id);
    return x !== undefined && y !== undefined && JSON.stringify(x.ref) !== JSON.stringify(y.ref) ? [segment.mention] : [];
  });
  return differing.length === 1 ? (differing[0] ?? null) : null;
}

/** What the words stand for in one reading, and ways to say it that may mean nothing else. */
export function labelOf(option: Option, prepared: PreparedModel, language: Language): { label: string; wordings: readonly string[] } {
  const table = prepared.tables[option.ref.table];
  const tableWords = table?.table.words[language]?.[0] ?? table?.names[0]?.words.join(' ') ?? '';
  if (option.ref.kind === 'metric') {
    const metric = prepared.model.metrics[option.ref.metric];
    const name = metric?.words[language]?.[0] ?? splitIdentifier(metric?.name ?? '').join(' ');
    return { label: name, wordings: [name] };
  }
  if (option.ref.kind === 'table') return { label: tableWords, wordings: [tableWords] };
  const column = table?.columns[option.ref.column];
  const columnWords = column?.column.words[language]?.[0] ?? column?.names[0]?.words.join(' ') ?? '';
  const label = PHRASES[language].columnOf(columnWords, tableWords);
  if (option.value !== null) return { label: `${option.value.value} (${label})`, wordings: [`${columnWords} "${option.value.value}"`] };
  const whole = language === 'en' ? `${tableWords} ${columnWords}` : `${columnWords} ${tableWords}`;
  return { label, wordings: [whole, ...(column?.column.words[language] ?? []), column?.names[0]?.words.join(' ') ?? ''] };
}
