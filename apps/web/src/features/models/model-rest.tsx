import type { BreakerStatus } from '@majed-vanna/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BreakerChip } from '../../components/ui/breaker-chip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMoment } from '../../lib/moments.ts';

/** Why a model is not asked just now: too many failures in a row. */
export function ModelRest({ breaker }: { readonly breaker: BreakerStatus }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { kind, state, nextAttemptAt } = breaker;
  return (
    <p className="flex basis-full flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
      <BreakerChip state={state} />
      <span>{t(state === 'half_open' ? 'models.rest.tries' : kind === 'agent' ? 'models.rest.agent' : 'models.rest.model')}</span>
      {nextAttemptAt && <span className="num">{t('monitor.nextAttempt', { time: formatMoment(nextAttemptAt, language) })}</span>}
      <Link to="/admin/monitor" className="text-teal-ink underline">
        {t('monitor.title')}
      </Link>
    </p>
  );
}
