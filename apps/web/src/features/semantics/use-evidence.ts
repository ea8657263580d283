import type { LayerEvidence } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { localeFor } from '../../lib/format-cell.ts';
import { formatShare } from '../../lib/format-share.ts';

/** What a guess rests on, as a list in words. */
export function useEvidence(evidence: readonly LayerEvidence[]): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const parts = evidence.map(({ basis, share, detail }) => {
    const more = [detail, share === null ? null : formatShare(share, language)].filter((part) => part !== null).join(', ');
    return more === '' ? t(`semantics.basis.${basis}`) : `${t(`semantics.basis.${basis}`)} (${more})`;
  });
  return new Intl.ListFormat(localeFor(language), { type: 'conjunction' }).format([...new Set(parts)]);
}
