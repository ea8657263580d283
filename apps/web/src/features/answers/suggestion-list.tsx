interface SuggestionListProps {
  readonly label: string;
  readonly questions: readonly string[];
  readonly disabled: boolean;
  onAsk(question: string): void;
}

/** Questions that can be asked with one press. */
export function SuggestionList({ label, questions, disabled, onAsk }: SuggestionListProps) {
  if (questions.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {questions.map((question) => (
        <li key={question} className="max-w-full">
          <button
            type="button"
            disabled={disabled}
            onClick={() => onAsk(question)}
            className="min-h-[30px] max-w-full rounded-full border border-line bg-surface px-3 py-1 text-start text-s font-[500] text-ink-2 enabled:hover:border-teal enabled:hover:text-ink disabled:opacity-55"
          >
            <bdi>{question}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
