import type { Language } from '@majed-vanna/contract';
import { localeFor } from './format-cell.ts';

/** A share of 1 in percent; a dash where there is none. */
export function formatShare(share: number | null, language: Language): string {
  if (share === null) return '–';
  return new Intl.NumberFormat(localeFor(language), { style: 'percent', maximumFractionDigits: 1 }).format(share);
}
