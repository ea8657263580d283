import type { MyData } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/ui/figure.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount, formatSize } from '../../lib/format-quantity.ts';

/** How much is remembered of the reader. */
export function MyDataFigures({ data }: { readonly data: MyData }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { conversations, answers, bytes, sessions, activity, retention } = data;
  const kept = retention.days === null ? t('memory.keptForEver') : t('memory.keptDays', { count: retention.days });
  return (
    <dl className="grid grid-cols-1 gap-3.5 sm:grid-cols-3">
      <Figure name={t('memory.conversations')} note={kept}>
        {formatCount(conversations, language)}
      </Figure>
      <Figure name={t('memory.answers')} note={formatSize(bytes, language)}>
        {formatCount(answers, language)}
      </Figure>
      <Figure name={t('myData.activity')} note={t('myData.sessions', { count: sessions })}>
        {formatCount(activity, language)}
      </Figure>
    </dl>
  );
}
