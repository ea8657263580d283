import type { AskedQuestion } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { AskedList } from '../../components/ui/asked-list.tsx';
import { TextArea } from '../../components/ui/text-area.tsx';
import { MAX_QUESTION_CHARACTERS } from './question-length.ts';

interface WholeQuestionProps {
  readonly asked: AskedQuestion;
  readonly value: string;
  onChange(value: string): void;
}

/** For a question that goes on from others: the others, and words with which it can be understood alone. */
export function WholeQuestion({ asked, value, onChange }: WholeQuestionProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-4">
      <div className="text-s text-ink-2">
        <p>{t('learning.askedHere')}</p>
        <AskedList questions={[...asked.before, asked.question]} className="max-h-32 overflow-y-auto" />
      </div>
      <TextArea
        label={t('learning.wholeQuestion')}
        hint={t('learning.wholeQuestionHint')}
        dir="auto"
        value={value}
        maxLength={MAX_QUESTION_CHARACTERS}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
