import type { Language } from '@majed-vanna/contract';
import pluralize from 'pluralize';
import type { SemanticTable } from '../semantic-model.ts';

/** What many rows of a table are called; null when nobody said it in this language. Arabic plurals do not follow from the name. */
export function rowsWord({ plural, words }: SemanticTable, language: Language): string | null {
  const said = plural?.[language];
  const name = words[language]?.[0] ?? null;
  if (said !== undefined) return said;
  return name !== null && language === 'en' ? pluralize(name) : name;
}
