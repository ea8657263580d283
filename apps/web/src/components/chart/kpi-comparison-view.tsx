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
    <dl className="px-5 py-6">
      <div className="flex flex-col-reverse">
        <dd className="num text-2xl font-title tracking-[-0.02em]">
          <bdi>{write(value)}</bdi>
        </dd>
        <dt className="text-xs font-strong text-ink-3">
          <bdi>{figure.label}</bdi>
        </dt>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-s">
        <dt className="sr-only">{words}</dt>
        <dd className={`num flex items-center gap-1.5 rounded-sm px-2 py-0.5 ${tone}`} data-way={way}>
          {way !== 'same' && <Icon name={way} size={12} />}
          <span aria-hidden>{words}</span>
          {change !== null && way !== 'same' && <bdi dir="ltr">{signed(formatFigure(change, 'percent', null, language))}</bdi>}
        </dd>
        {way !== 'same' && column.format !== 'percent' && (
          <dd className="num text-ink-2">
            <bdi dir="ltr">{signed(write(difference))}</bdi>
          </dd>
        )}
        <div className="flex gap-1.5 text-ink-3">
          <dt>
            <bdi>{against === 'target' ? t('answer.kpi.target') : figure.otherLabel || t('answer.kpi.period')}</bdi>
          </dt>
          <dd className="num">
            <bdi>{write(other)}</bdi>
          </dd>
        </div>
      </div>
    </dl>
  );
}
