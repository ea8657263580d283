import type { Dialect, EvaluationResult } from '@majed-vanna/contract';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../components/ui/skeleton.tsx';

const SqlView = lazy(() => import('../../components/sql-view/sql-view.tsx').then((module) => ({ default: module.SqlView })));

interface Side {
  readonly title: string;
  readonly sql: string | null;
  readonly note?: string | null;
}

/** Statements beside each other. */
export function SideBySide({ sides, dialect }: { readonly sides: readonly Side[]; readonly dialect: Dialect }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-3 lg:grid-cols-2">
      {sides.map(({ title, sql, note }) => (
        <div key={title} className="min-w-0 rounded-md border border-line">
          <p className="border-b border-line px-3 py-1.5 text-xs font-strong text-ink-2">{title}</p>
          {sql === null ? (
            <p className="px-3 py-2.5 text-s text-ink-3">{t('evaluation.noStatement')}</p>
          ) : (
            <Suspense fallback={<Skeleton className="m-2 h-12" />}>
              <SqlView sql={sql} dialect={dialect} />
            </Suspense>
          )}
          {note && (
            <p dir="auto" className="border-t border-line px-3 py-2 text-xs break-words text-ink-2">
              {note}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

/** What was expected beside what was given. */
export function ResultDetails({ result, dialect }: { readonly result: EvaluationResult; readonly dialect: Dialect }) {
  const { t } = useTranslation();
  const sides = [
    { title: `${t('evaluation.expected')}: ${t(`evaluation.expectedOf.${result.expected}`)}`, sql: result.expectedSql },
    { title: t('evaluation.given'), sql: result.sql, note: result.note },
  ];
  return <SideBySide sides={sides} dialect={dialect} />;
}
