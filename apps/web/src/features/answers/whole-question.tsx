import type { AskedQuestion } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
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
        <ol className="mt-1 max-h-32 list-inside list-decimal overflow-y-auto break-words">
          {[...asked.before, asked.question].map((question, index) => (
            <li key={`${index}:${question}`}>
              <bdi>{question}</bdi>
            </li>
          ))}
        </ol>
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
