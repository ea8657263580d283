import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { BreakersCard } from '../../features/monitor/breakers-card.tsx';
import { ChecksCard } from '../../features/monitor/checks-card.tsx';
import { formatMoment } from '../../lib/moments.ts';
import { MonitorSkeleton } from '../../features/monitor/monitor-skeleton.tsx';
import { ServerFigures } from '../../features/monitor/server-figures.tsx';
import { useMonitor } from '../../features/monitor/use-monitor.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { errorCodeOf } from '../../lib/api-error.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { usePageTitle } from '../use-page-title.ts';

/** For administrators: is everything well, and if not, what is wrong. */
export function MonitorPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { report, breakers, updatedAt, error, refresh } = useMonitor();
  usePageTitle(t('monitor.title'));
  // A session that ended shows its own dialog.
  const shown = error && errorCodeOf(error) !== 'not_signed_in' ? error : null;
  return (
    <>
      <PageHeader title={t('monitor.title')}>
        {updatedAt > 0 && (
          <span className="num ms-auto text-xs text-ink-3">{t('monitor.updated', { time: formatMoment(updatedAt, language) })}</span>
        )}
      </PageHeader>
      <main id="main" className="min-h-0 flex-1 overflow-y-auto px-4 py-5 md:px-6">
        <div className="mx-auto max-w-[1120px]">
          {shown && <ErrorNotice error={shown} onRetry={refresh} className="mb-3.5" />}
          {report && breakers ? (
            <>
              <ServerFigures report={report} at={updatedAt} />
              <div className="mt-3.5 grid items-start gap-3.5 xl:grid-cols-2">
                <ChecksCard checks={report.checks} />
                <BreakersCard breakers={breakers} />
              </div>
            </>
          ) : (
            !shown && <MonitorSkeleton />
          )}
        </div>
      </main>
    </>
  );
}
