import type { Receipt } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatDuration } from '../../lib/format-quantity.ts';

/** One bar per step, as long as its share of the longest. */
export function ReceiptTimings({ timings, totalMs }: Pick<Receipt, 'timings' | 'totalMs'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const longest = Math.max(1, ...timings.map(({ ms }) => ms));
  return (
    <>
      <ul className="grid gap-1">
        {timings.map(({ step, ms }, i) => (
          <li key={`${i}:${step}`} className="grid grid-cols-[minmax(0,9rem)_1fr_4.5rem] items-center gap-3">
            <span className="truncate text-ink-2">{t(`answer.step.${step}.done`)}</span>
            <span className="h-1.5 overflow-hidden rounded-full bg-sunken">
              <span className="block h-full rounded-full bg-teal" style={{ inlineSize: `${Math.max(1, (ms / longest) * 100)}%` }} />
            </span>
            <bdi className="num text-end text-ink-2">{formatDuration(ms, language)}</bdi>
          </li>
        ))}
      </ul>
      <p className="num mt-1.5 text-ink-3">{t('receipt.total', { time: formatDuration(totalMs, language) })}</p>
    </>
  );
}
