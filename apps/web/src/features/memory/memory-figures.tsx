import type { MemoryOverview } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/ui/figure.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount, formatSize } from '../../lib/format-quantity.ts';

/** How much is remembered of everybody. */
export function MemoryFigures({ overview }: { readonly overview: MemoryOverview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <dl className="grid grid-cols-1 gap-3.5 sm:grid-cols-3">
      <Figure name={t('memory.conversations')} note={t('memory.ofPeople', { count: overview.owners.length })}>
        {formatCount(overview.conversations, language)}
      </Figure>
      <Figure name={t('memory.answers')}>{formatCount(overview.answers, language)}</Figure>
      <Figure name={t('memory.size')} note={t('memory.sizeNote')}>
        {formatSize(overview.bytes, language)}
      </Figure>
    </dl>
  );
}
