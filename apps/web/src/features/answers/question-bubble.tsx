import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';

interface QuestionBubbleProps {
  readonly question: string;
  readonly disabled: boolean;
  onEdit(question: string): void;
  onAsk(question: string): void;
}

export function QuestionBubble({ question, disabled, onEdit, onAsk }: QuestionBubbleProps) {
  const { t } = useTranslation();
  return (
    <div className="group mb-[18px] flex items-center justify-end gap-1">
      <div className="flex opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
        <IconButton icon="again" size={14} label={t('chat.askAgain')} disabled={disabled} onClick={() => onAsk(question)} />
        <IconButton icon="edit" size={14} label={t('chat.editQuestion')} disabled={disabled} onClick={() => onEdit(question)} />
      </div>
      <h2
        dir="auto"
        className="max-w-[78%] rounded-lg rounded-ee-[4px] bg-teal-soft px-[15px] py-2.5 text-start text-m font-[500] break-words whitespace-pre-wrap text-teal-ink"
      >
        {/* Isolated: the direction is the question's own. */}
        <bdi className="sr-only">{t('chat.youAsked')}: </bdi>
        {question}
      </h2>
    </div>
  );
}
