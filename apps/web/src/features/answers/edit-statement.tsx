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

/** A statement to change and run again: it becomes a new turn of the conversation. */
export function EditStatement({ runId, statement, onClose }: EditStatementProps) {
  const { t } = useTranslation();
  const question = useQuestionOf();
  const queries = trpc.useUtils();
  const [sql, setSql] = useState(statement.sql);
  const rerun = trpc.answers.rerun.useMutation({
    onSuccess(asked) {
      addStartedTurn(asked.conversationId, asked.runId, question, new Date().toISOString());
      void queries.conversations.list.invalidate();
      onClose();
    },
  });
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

/** For a statement that was refused or failed. */
export function FixStatement({ runId, statement }: Omit<EditStatementProps, 'onClose'>) {
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
    <Button icon="edit" className="mt-3" onClick={() => setEditing(true)}>
      {t('learning.fixSql')}
    </Button>
  );
}
