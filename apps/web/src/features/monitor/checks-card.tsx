import type { HealthCheck } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/ui/card.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatDuration } from '../../lib/format-quantity.ts';
import { STATUS_TONES } from './tones.ts';

/** What the server tried just now, and what came of it. */
export function ChecksCard({ checks }: { readonly checks: readonly HealthCheck[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card title={t('monitor.checks')}>
      <ul className="divide-y divide-line">
        {checks.map((check) => (
          <li key={check.name} className="flex items-center gap-3 px-4 py-3 text-s">
            <span className="min-w-0 flex-1">
              <span className="block">{t(`monitor.check.${check.name}` as 'monitor.check.database', { defaultValue: check.name })}</span>
              <Problem check={check} />
            </span>
            <span className="num text-xs text-ink-3">{formatDuration(check.ms, language)}</span>
            <Chip tone={STATUS_TONES[check.status]}>{t(`monitor.result.${check.status}`)}</Chip>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** In the reader's words where there are any, else in the server's. */
function Problem({ check: { name, status, message } }: { readonly check: HealthCheck }) {
  const { t } = useTranslation();
  if (status === 'pass') return null;
  return (
    <span className="block text-xs text-ink-2">
      {t(`monitor.problem.${name}_${status}` as 'monitor.problem.database_fail', { defaultValue: message ?? '' })}
    </span>
  );
}
