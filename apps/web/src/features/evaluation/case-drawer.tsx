import {
  type Dialect,
  type ExpectedOutcome,
  expectedOutcome,
  type GoldenCase,
  type GoldenSetId,
  goldenCaseId,
} from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SqlField } from '../../components/sql-view/sql-field.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Drawer } from '../../components/ui/drawer.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { toasts } from '../../components/ui/toasts.tsx';
import { trpc } from '../../lib/trpc.ts';

interface CaseDrawerProps {
  readonly setId: GoldenSetId;
  readonly dialect: Dialect;
  /** Absent for a new one. */
  readonly edited: GoldenCase | null;
  onClose(): void;
}

/** A golden question with what should come of it. */
export function CaseDrawer({ setId, dialect, edited, onClose }: CaseDrawerProps) {
  const { t } = useTranslation();
  const queries = trpc.useUtils();
  const [question, setQuestion] = useState(edited?.question ?? '');
  const [expected, setExpected] = useState<ExpectedOutcome>(edited?.expected ?? 'answer');
  const [sql, setSql] = useState(edited?.sql ?? '');
  const save = trpc.evaluation.saveCase.useMutation({
    onSuccess() {
      void queries.evaluation.cases.invalidate();
      void queries.evaluation.sets.invalidate();
      toasts.add({ title: t('evaluation.saved'), type: 'ok' });
      onClose();
    },
  });
  const id = goldenCaseId.safeParse(edited?.id).data;
  const complete = question.trim() !== '' && (expected !== 'answer' || sql.trim() !== '');
  return (
    <Drawer
      title={edited ? t('evaluation.editCase') : t('evaluation.addCase')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
          <Button
            look="primary"
            busy={save.isPending}
            disabled={!complete}
            onClick={() =>
              save.mutate({ setId, ...(id ? { id } : {}), body: { question, expected, sql: expected === 'answer' ? sql : null } })
            }
          >
            {t('evaluation.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextArea
          label={t('evaluation.question')}
          dir="auto"
          maxLength={2_000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <SelectField
          label={t('evaluation.expected')}
          value={expected}
          options={expectedOutcome.options.map((value) => ({ value, label: t(`evaluation.expectedOf.${value}`) }))}
          onChange={(event) => setExpected(expectedOutcome.parse(event.target.value))}
        />
        {expected === 'answer' && (
          <SqlField label={t('evaluation.sql')} hint={t('evaluation.sqlHint')} value={sql} dialect={dialect} onChange={setSql} />
        )}
        {save.error && <ErrorNotice error={save.error} />}
      </div>
    </Drawer>
  );
}
