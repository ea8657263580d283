import type { RunId } from '@majed-vanna/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { useCopy } from '../../components/ui/use-copy.ts';
import { EditStatement, useMayRerun } from './edit-statement.tsx';
import type { RunView } from './run-view.ts';

const SqlView = lazy(() => import('../../components/sql-view/sql-view.tsx').then((module) => ({ default: module.SqlView })));

interface SqlPanelProps {
  readonly runId: RunId;
  readonly statement: NonNullable<RunView['statement']>;
  /** Only then can another statement be run in its place. */
  readonly done: boolean;
}

export function SqlPanel({ runId, statement, done }: SqlPanelProps) {
  const { t } = useTranslation();
  const copy = useCopy();
  const mayRerun = useMayRerun();
  const [editing, setEditing] = useState(false);
  if (editing) return <EditStatement runId={runId} statement={statement} onClose={() => setEditing(false)} />;
  return (
    <div>
      <Suspense fallback={<SqlSkeleton />}>
        <SqlView sql={statement.sql} dialect={statement.dialect} />
      </Suspense>
      <div className="m-3 flex gap-2">
        {mayRerun && done && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            {t('learning.editSql')}
          </Button>
        )}
        <Button icon="copy" onClick={() => copy(statement.sql)}>
          {t('answer.copySql')}
        </Button>
      </div>
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
