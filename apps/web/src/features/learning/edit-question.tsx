import type { Dialect, VerifiedQuestion } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SqlField } from '../../components/sql-view/sql-field.tsx';
import { Button } from '../../components/ui/button.tsx';
import { Drawer } from '../../components/ui/drawer.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { useReview } from './use-review.ts';

interface EditQuestionProps {
  readonly question: VerifiedQuestion;
  readonly dialect: Dialect;
  onClose(): void;
}

/** Words and statement of a question; what is changed is a draft again. */
export function EditQuestion({ question: { id, updatedAt, question, sql }, dialect, onClose }: EditQuestionProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(question);
  const [statement, setStatement] = useState(sql);
  const { update } = useReview();
  const complete = text.trim() !== '' && statement.trim() !== '';
  const save = () => update.mutate({ id, updatedAt, question: text, sql: statement }, { onSuccess: onClose });
  const foot = (
    <div className="flex justify-end gap-2.5">
      <Button onClick={onClose}>{t('learning.cancel')}</Button>
      <Button look="primary" busy={update.isPending} disabled={!complete} onClick={save}>
        {t('learning.saveDraft')}
      </Button>
    </div>
  );
  return (
    <Drawer title={t('learning.editTitle')} description={t('learning.editText')} foot={foot} wide onClose={onClose}>
      <div className="grid gap-4">
        <TextArea label={t('learning.question')} dir="auto" value={text} onChange={(event) => setText(event.target.value)} />
        <SqlField label={t('learning.statement')} value={statement} dialect={dialect} onChange={setStatement} />
        {update.error !== null && <ErrorNotice error={update.error} />}
      </div>
    </Drawer>
  );
}
