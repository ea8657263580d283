import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorDetails } from '../../components/ui/error-notice.tsx';
import { knownCode } from '../../lib/api-error.ts';
import type { RunView } from './run-view.ts';
import { SuggestionList } from './suggestion-list.tsx';

interface AskProps {
  readonly disabled: boolean;
  /** What else can be done with the question. */
  readonly foot: ReactNode;
  onAsk(question: string): void;
}

/** Which meaning was meant: one press asks again. */
export function ClarificationCard({
  clarification,
  disabled,
  foot,
  onAsk,
}: AskProps & { readonly clarification: NonNullable<RunView['clarification']> }) {
  const { t } = useTranslation();
  return (
    <div className="card arrive px-5 py-[18px]">
      {/* The prompt decides the side on which all of it begins. */}
      <div dir="auto">
        <p className="text-start text-l">{clarification.prompt}</p>
        <div className="mt-3.5 grid gap-2 empty:hidden">
          {clarification.options.map((option) => (
            <button
              key={option.id}
              type="button"
              disabled={disabled}
              onClick={() => onAsk(option.question)}
              className="rounded-md border border-line-strong px-4 py-2.5 text-start text-m font-label enabled:hover:border-teal enabled:hover:bg-teal-soft disabled:opacity-55"
            >
              {option.label}
            </button>
          ))}
        </div>
      </div>
      {clarification.options.length === 0 && <p className="mt-1 text-m text-ink-2">{t('answer.askWithAnswer')}</p>}
      <Foot>{foot}</Foot>
    </div>
  );
}

/** What cannot be answered, why, and what can. */
export function RefusalCard({ refusal, disabled, foot, onAsk }: AskProps & { readonly refusal: NonNullable<RunView['refusal']> }) {
  const { t } = useTranslation();
  const { reason, refusal: guard, suggestions } = refusal;
  return (
    <div className="card arrive px-5 py-[18px]">
      <p className="text-l">{t('answer.refusedTitle')}</p>
      <p dir="auto" className="mt-1 text-start text-m break-words text-ink-2">
        {reason}
      </p>
      {guard && (
        <p className="mt-2 text-s break-words text-ink-3">
          {guard.offending && t('answer.refusedSql', { name: guard.offending })} {guard.hint && <bdi>{guard.hint}</bdi>}
        </p>
      )}
      {suggestions.length > 0 && (
        <>
          <h3 className="mt-4 mb-2 text-xs font-strong text-ink-3">{t('answer.canAsk')}</h3>
          <SuggestionList label={t('answer.canAsk')} questions={suggestions} disabled={disabled} onAsk={onAsk} />
        </>
      )}
      <Foot>{foot}</Foot>
    </div>
  );
}

const Foot = ({ children }: { readonly children: ReactNode }) => <div className="mt-4 flex empty:hidden">{children}</div>;

/** A stop that was asked for is no failure. */
export function FailureCard({
  error,
  onRetry,
}: {
  readonly error: NonNullable<RunView['error']>;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  if (error.code === 'cancelled')
    return (
      <div className="card arrive px-5 py-4">
        <p className="font-strong">{t('answer.cancelledTitle')}</p>
        <p className="text-s text-ink-2">{t('answer.cancelledText')}</p>
      </div>
    );
  return (
    <ErrorDetails code={knownCode(error.code)} message={error.message} requestId={error.requestId} onRetry={onRetry} className="arrive" />
  );
}
