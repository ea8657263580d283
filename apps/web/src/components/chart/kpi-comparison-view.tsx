import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatFigure } from '../../lib/format-cell.ts';
import { Icon } from '../ui/icon.tsx';
import type { ComparedFigure } from './kpi-comparison.ts';

/** One large figure, how far it is from the other, and the other. */
export function KpiComparisonView({ figure }: { readonly figure: ComparedFigure }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { column, value, other, difference, change, against, good } = figure;
  const write = (amount: number) => formatFigure(amount, column.format ?? 'number', column.currency, language);
  const signed = (text: string) => (difference > 0 ? `+${text}` : text);
  const way = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
  const words =
    against === 'period' ? t(`answer.kpi.${way}`) : t(`answer.kpi.${({ up: 'above', down: 'below', same: 'reached' } as const)[way]}`);
  const tone = good === null ? 'bg-sunken text-ink-2' : good ? 'bg-ok-soft text-ok' : 'bg-bad-soft text-bad';
  return (
    <dl className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 py-6">
      <div className="flex basis-full flex-col-reverse">
        <dd className="num text-2xl font-title tracking-[-0.02em]">
          <bdi dir="ltr">{write(value)}</bdi>
        </dd>
        <dt className="text-xs font-strong text-ink-3">
          <bdi>{figure.label}</bdi>
        </dt>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-s">
        <dt className={`flex items-center gap-1.5 rounded-sm px-2 py-0.5 ${tone}`} data-way={way}>
          {way !== 'same' && <Icon name={way} size={12} />}
          {words}
          {change !== null && way !== 'same' && (
            <bdi dir="ltr" className="num">
              {signed(formatFigure(change, 'percent', null, language))}
            </bdi>
          )}
        </dt>
        <dd className="num text-ink-2">
          <bdi dir="ltr">{signed(write(difference))}</bdi>
        </dd>
      </div>
      <div className="flex gap-1.5 text-s text-ink-3">
        <dt>
          <bdi>{against === 'target' ? t('answer.kpi.target') : figure.otherLabel || t('answer.kpi.period')}</bdi>
        </dt>
        <dd className="num">
          <bdi dir="ltr">{write(other)}</bdi>
        </dd>
      </div>
    </dl>
  );
}
