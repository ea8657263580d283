import type { BreakerStatus } from '@majed-vanna/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BreakerChip } from '../../components/ui/breaker-chip.tsx';
import { NextAttempt } from '../../components/ui/next-attempt.tsx';

/** Why a model is not asked just now: too many failures in a row. */
export function ModelRest({ breaker }: { readonly breaker: BreakerStatus }) {
  const { t } = useTranslation();
  const { kind, state, nextAttemptAt } = breaker;
  return (
    <p className="flex basis-full flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
      <BreakerChip state={state} />
      <span>{t(state === 'half_open' ? 'models.rest.tries' : kind === 'agent' ? 'models.rest.agent' : 'models.rest.model')}</span>
      {nextAttemptAt && (
        <span className="num">
          <NextAttempt at={nextAttemptAt} />
        </span>
      )}
      <Link to="/admin/monitor" className="text-teal-ink underline">
        {t('monitor.title')}
      </Link>
    </p>
  );
}
