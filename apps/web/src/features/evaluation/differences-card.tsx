import type { Dialect, EvaluationChange, EvaluationRunDetail, EvaluationRunId } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Skeleton } from '../../components/ui/skeleton.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { formatMoment } from '../../lib/moments.ts';
import { trpc } from '../../lib/trpc.ts';
import { FigureChanges } from './figure-changes.tsx';
import { SideBySide } from './result-details.tsx';
import { VerdictChip } from './verdict-chip.tsx';

interface DifferencesCardProps {
  readonly run: EvaluationRunDetail['run'];
  readonly against: EvaluationRunId;
  readonly dialect: Dialect;
}

/** Which cases came out differently from another evaluation, and with which statements. */
export function DifferencesCard({ run, against, dialect }: DifferencesCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = trpc.evaluation.compare.useQuery({ before: against, after: run.id });
  const title = run.withChanges ? t('evaluation.effect') : t('evaluation.differences');
  return (
    <section aria-label={title} className="card min-w-0 overflow-clip">
      <div className="border-b border-line px-4 py-3">
        <h2 className="text-s font-strong">{title}</h2>
        {data && (
          <p className="text-xs text-ink-3">{t('evaluation.comparedWith', { time: formatMoment(data.before.startedAt, language) })}</p>
        )}
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} className="m-4" />}
      {!data && !error && <Skeleton className="m-4 h-16" />}
      {data && <FigureChanges before={data.before} after={data.after} />}
      {data && data.nowRight.length + data.nowWrong.length + data.otherwise.length === 0 && (
        <p className="px-4 py-4 text-s text-ink-2">{t('evaluation.nothingChanged', { count: data.compared })}</p>
      )}
      {data &&
        (['nowWrong', 'nowRight', 'otherwise'] as const).map(
          (kind) =>
            data[kind].length > 0 && (
              <div key={kind} className="px-4 py-3">
                <h3 className="text-s font-label">
                  {t(`evaluation.${kind}`)} <span className="num text-ink-3">{formatCount(data[kind].length, language)}</span>
                </h3>
                <ul>
                  {data[kind].map((change) => (
                    <li key={change.after.position}>
                      <Change change={change} dialect={dialect} />
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
    </section>
  );
}

function Change({ change: { before, after }, dialect }: { readonly change: EvaluationChange; readonly dialect: Dialect }) {
  const { t } = useTranslation();
  return (
    <details className="border-t border-line py-2 first:border-t-0">
      <summary className="flex cursor-pointer flex-wrap items-center gap-2 text-s">
        <span dir="auto" className="min-w-0 flex-1 basis-56 break-words">
          {after.question}
        </span>
        <VerdictChip verdict={before.verdict} />
        <span aria-hidden className="text-ink-3 rtl:-scale-x-100">
          →
        </span>
        <VerdictChip verdict={after.verdict} />
      </summary>
      <div className="pt-2.5">
        <SideBySide
          dialect={dialect}
          sides={[
            { title: t('evaluation.before'), sql: before.sql, note: before.note },
            { title: t('evaluation.after'), sql: after.sql, note: after.note },
          ]}
        />
      </div>
    </details>
  );
}
