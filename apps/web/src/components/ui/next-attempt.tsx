import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMoment } from '../../lib/moments.ts';

/** When an open breaker lets a call through: from that time on the next one, whenever it comes. */
export function NextAttempt({ at }: { readonly at: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const due = useIsPast(at);
  return due ? t('monitor.nextAttemptDue') : t('monitor.nextAttempt', { time: formatMoment(at, language) });
}

function useIsPast(at: string): boolean {
  const [seen, setSeen] = useState<string | null>(null);
  // The clock.
  useEffect(() => {
    const timer = setTimeout(() => setSeen(at), Date.parse(at) - Date.now());
    return () => clearTimeout(timer);
  }, [at]);
  return seen === at;
}
