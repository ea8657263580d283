import type { BreakerStatus } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { BreakerChip } from '../../components/ui/breaker-chip.tsx';
import { Button } from '../../components/ui/button.tsx';
import { NextAttempt } from '../../components/ui/next-attempt.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { formatMoment } from '../../lib/moments.ts';
import { canReset, nameOf } from './tones.ts';

export function BreakerRow({ breaker, onReset }: { readonly breaker: BreakerStatus; onReset(): void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, state, failures, failureThreshold, successes, successThreshold, lastFailureAt, nextAttemptAt } = breaker;
  const name = nameOf(breaker, t(`monitor.kind.${kind}`));
  const count = (value: number) => formatCount(value, language);
  return (
    <li className="px-4 py-3 text-s">
      <div className="flex min-h-[34px] items-center gap-3">
        <span className="min-w-0 flex-1">
          <span className="block truncate font-label">
            <bdi>{name}</bdi>
          </span>
          {kind !== 'agent' && <span className="block text-xs text-ink-3">{t(`monitor.kind.${kind}`)}</span>}
        </span>
        <BreakerChip state={state} />
        {canReset(breaker) && (
          <Button aria-label={t('monitor.resetOf', { name })} onClick={onReset}>
            {t('monitor.reset')}
          </Button>
        )}
      </div>
      <ul className="num mt-1 flex flex-wrap gap-x-4 text-xs text-ink-2">
        <li>{t('monitor.failures', { failures: count(failures), threshold: count(failureThreshold) })}</li>
        <li>
          {state === 'closed'
            ? t('monitor.successesAll', { successes: count(successes) })
            : t('monitor.successes', { successes: count(successes), threshold: count(successThreshold) })}
        </li>
        {lastFailureAt && <li>{t('monitor.lastFailure', { time: formatMoment(lastFailureAt, language) })}</li>}
        {nextAttemptAt && (
          <li>
            <NextAttempt at={nextAttemptAt} />
          </li>
        )}
        {state === 'half_open' && <li>{t('monitor.trying')}</li>}
      </ul>
    </li>
  );
}
