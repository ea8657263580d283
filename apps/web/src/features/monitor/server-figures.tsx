import type { HealthReport } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/ui/figure.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatSize } from '../../lib/format-quantity.ts';
import { formatMoment, formatSpan } from '../../lib/moments.ts';

/** The figures of the whole server, large. */
export function ServerFigures({ report, at }: { readonly report: HealthReport; readonly at: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { status, version, uptimeSeconds, resources } = report;
  const size = (bytes: number | null) => (bytes === null ? t('monitor.unknown') : formatSize(bytes, language));
  return (
    <dl className="grid grid-cols-2 gap-3.5 xl:grid-cols-4">
      <Figure name={t('monitor.status')} note={t('monitor.version', { version })}>
        {t(`monitor.statusOf.${status}`)}
      </Figure>
      <Figure name={t('monitor.uptime')} note={t('monitor.since', { time: formatMoment(at - uptimeSeconds * 1_000, language) })}>
        {formatSpan(uptimeSeconds, language)}
      </Figure>
      <Figure name={t('monitor.memory')} note={t('monitor.memoryOf', { total: size(resources.memoryTotal) })}>
        {size(resources.memoryUsed)}
      </Figure>
      <Figure name={t('monitor.disk')} note={t('monitor.diskOf', { total: size(resources.diskTotal) })}>
        {size(resources.diskFree)}
      </Figure>
    </dl>
  );
}
