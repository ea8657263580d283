import type { DataSourceId } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/ui/card.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMinute } from '../../lib/format-minute.ts';
import { trpc } from '../../lib/trpc.ts';

/** Answers that somebody called wrong: the question, the statement and the words about it. */
export function DislikesCard({ dataSourceId }: { readonly dataSourceId: DataSourceId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = trpc.feedback.list.useQuery({ dataSourceId, verdict: 'dislike' });
  return (
    <Card title={t('learning.dislikesTitle')}>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} className="m-4" />}
      {data?.items.length === 0 && <p className="px-4 py-4 text-s text-ink-3">{t('learning.dislikesNone')}</p>}
      <ul>
        {data?.items.map(({ runId, by, at, question, comment, sql }) => (
          <li key={`${runId} ${by}`} className="grid min-w-0 gap-1.5 border-t border-line px-4 py-3 text-s first:border-t-0">
            <p className="font-label break-words">
              <bdi>{question}</bdi>
            </p>
            {comment !== '' && (
              <p className="break-words text-ink-2">
                <bdi>{comment}</bdi>
              </p>
            )}
            {sql && (
              <pre dir="ltr" className="rounded-sm bg-sunken p-2 text-start font-mono text-xs break-words whitespace-pre-wrap">
                {sql}
              </pre>
            )}
            <p className="text-xs text-ink-3">
              <bdi>{by ?? t('learning.gone')}</bdi> · {formatMinute(at, language)}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
