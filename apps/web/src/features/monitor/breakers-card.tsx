import type { BreakerStatus } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/ui/card.tsx';
import { BreakerRow } from './breaker-row.tsx';
import { ResetBreaker } from './reset-breaker.tsx';

/** What is left alone because it failed, and the way to try it at once. */
export function BreakersCard({ breakers }: { readonly breakers: readonly BreakerStatus[] }) {
  const { t } = useTranslation();
  const [resetting, setResetting] = useState<BreakerStatus | null>(null);
  return (
    <Card title={t('monitor.breakers')}>
      {breakers.length === 0 && <p className="px-4 py-6 text-s text-ink-2">{t('monitor.breakersNone')}</p>}
      <ul className="divide-y divide-line">
        {breakers.map((breaker) => (
          <BreakerRow key={breaker.key} breaker={breaker} onReset={() => setResetting(breaker)} />
        ))}
      </ul>
      {resetting && <ResetBreaker breaker={resetting} onClose={() => setResetting(null)} />}
    </Card>
  );
}
