import type { RunId } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SqlField } from '../../components/sql-view/sql-field.tsx';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { useCurrentUser } from '../../lib/current-session.ts';
import { trpc } from '../../lib/trpc.ts';
import type { RunView } from './run-view.ts';
import { addStartedTurn } from './started-turns.ts';
import { useQuestionOf } from './turn-question.ts';

interface EditStatementProps {
  readonly runId: RunId;
  readonly statement: NonNullable<RunView['statement']>;
  onClose(): void;
}

/** Who may run a statement of their own. */
export function useMayRerun(): boolean {
  const role = useCurrentUser()?.role;
  return role === 'admin' || role === 'analyst';
}

/** Runs a statement as a new turn of the conversation. */
function useRerun(onStarted: () => void) {
  const question = useQuestionOf();
  const queries = trpc.useUtils();
  return trpc.answers.rerun.useMutation({
    onSuccess(asked) {
      addStartedTurn(asked.conversationId, asked.runId, question, new Date().toISOString());
      void queries.conversations.list.invalidate();
      onStarted();
    },
  });
}

/** A statement to change and run again: it becomes a new turn of the conversation. */
export function EditStatement({ runId, statement, onClose }: EditStatementProps) {
  const { t } = useTranslation();
  const [sql, setSql] = useState(statement.sql);
  const rerun = useRerun(onClose);
  return (
    <div className="grid gap-3 p-4">
      <SqlField
        label={t('learning.statement')}
        value={sql}
        dialect={statement.dialect}
        onChange={setSql}
        hint={t('learning.statementHint')}
      />
      {rerun.error !== null && <ErrorNotice error={rerun.error} />}
      <div className="flex justify-end gap-2.5">
        <Button onClick={onClose}>{t('learning.cancel')}</Button>
        <Button
          look="primary"
          icon="again"
          busy={rerun.isPending}
          disabled={sql.trim() === ''}
          onClick={() => rerun.mutate({ runId, sql })}
        >
          {t('learning.runAgain')}
        </Button>
      </div>
    </div>
  );
}

interface FixStatementProps extends Omit<EditStatementProps, 'onClose'> {
  /** A person wrote it: a model repairs such a statement only when it is asked to. */
  readonly byHand: boolean;
}

/** For a statement that was refused or failed. */
export function FixStatement({ runId, statement, byHand }: FixStatementProps) {
  const { t } = useTranslation();
  const mayRerun = useMayRerun();
  const [editing, setEditing] = useState(false);
  if (!mayRerun) return null;
  if (editing)
    return (
      <div className="card mt-3">
        <EditStatement runId={runId} statement={statement} onClose={() => setEditing(false)} />
      </div>
    );
  return (
    <div className="mt-3 flex flex-wrap items-start gap-2.5">
      <Button icon="edit" onClick={() => setEditing(true)}>
        {t('learning.fixSql')}
      </Button>
      {byHand && <FixByModel runId={runId} sql={statement.sql} />}
    </div>
  );
}

/** While there is a model to ask. */
function FixByModel({ runId, sql }: { readonly runId: RunId; readonly sql: string }) {
  const { t } = useTranslation();
  const availability = trpc.models.availability.useQuery();
  const rerun = useRerun(() => undefined);
  if (availability.data?.state !== 'ready') return null;
  return (
    <>
      <Button icon="spark" busy={rerun.isPending} onClick={() => rerun.mutate({ runId, sql, fix: true })}>
        {t('learning.fixByModel')}
      </Button>
      {rerun.error !== null && <ErrorNotice error={rerun.error} />}
    </>
  );
}
