import type { Language } from '@majed-vanna/contract';
import { dayLocaleFor } from './format-cell.ts';

/** A moment to the minute, by the reader's clock. */
export function formatMinute(at: string, language: Language): string {
  return new Intl.DateTimeFormat(dayLocaleFor(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}
