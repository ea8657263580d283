import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { useCopy } from '../../components/ui/use-copy.ts';
import type { RunView } from './run-view.ts';

const SqlView = lazy(() => import('../../components/sql-view/sql-view.tsx').then((module) => ({ default: module.SqlView })));

export function SqlPanel({ statement }: { readonly statement: NonNullable<RunView['statement']> }) {
  const { t } = useTranslation();
  const copy = useCopy();
  return (
    <div className="relative">
      <Suspense fallback={<SqlSkeleton />}>
        <SqlView sql={statement.sql} dialect={statement.dialect} />
      </Suspense>
      <Button icon="copy" className="absolute end-3 top-3 max-sm:static max-sm:m-3" onClick={() => copy(statement.sql)}>
        {t('answer.copySql')}
      </Button>
    </div>
  );
}

export function SqlSkeleton() {
  return (
    <Loading>
      <div className="grid gap-2.5 p-5">
        {['w-2/3', 'w-1/2', 'w-3/5', 'w-1/3'].map((width) => (
          <Skeleton key={width} className={`h-3.5 ${width}`} />
        ))}
      </div>
    </Loading>
  );
}
