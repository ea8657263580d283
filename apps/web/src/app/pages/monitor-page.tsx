import { useTranslation } from 'react-i18next';
import { BreakersCard } from '../../features/monitor/breakers-card.tsx';
import { ChecksCard } from '../../features/monitor/checks-card.tsx';
import { MonitorSkeleton } from '../../features/monitor/monitor-skeleton.tsx';
import { ServerFigures } from '../../features/monitor/server-figures.tsx';
import { useMonitor } from '../../features/monitor/use-monitor.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMoment } from '../../lib/moments.ts';
import { PageFrame } from '../shell/page-frame.tsx';

/** For administrators: is everything well, and if not, what is wrong. */
export function MonitorPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { report, breakers, updatedAt, ...awaited } = useMonitor();
  const updated = updatedAt > 0 && (
    <span className="num ms-auto text-xs text-ink-3">{t('monitor.updated', { time: formatMoment(updatedAt, language) })}</span>
  );
  return (
    <PageFrame title={t('monitor.title')} awaited={awaited} skeleton={<MonitorSkeleton />} aside={updated} width="max-w-[1120px]">
      {report && breakers && (
        <>
          <ServerFigures report={report} at={updatedAt} />
          <div className="grid items-start gap-3.5 xl:grid-cols-2">
            <ChecksCard checks={report.checks} />
            <BreakersCard breakers={breakers} />
          </div>
        </>
      )}
    </PageFrame>
  );
}
