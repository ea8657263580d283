import type { LayerEvidence } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { localeFor } from '../../lib/format-cell.ts';

/** What a guess rests on, as a list in words. */
export function useEvidence(evidence: readonly LayerEvidence[]): string {
  const { t } = useTranslation();
  const locale = localeFor(useLanguage());
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const parts = evidence.map(({ basis, share, detail }) => {
    const more = [detail, share === null ? null : percent.format(share)].filter((part) => part !== null).join(', ');
    return more === '' ? t(`semantics.basis.${basis}`) : `${t(`semantics.basis.${basis}`)} (${more})`;
  });
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format([...new Set(parts)]);
}
