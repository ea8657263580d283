import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Notice } from '../../components/ui/notice.tsx';
import { AnswerCard } from './answer-card.tsx';
import { AnswerChip } from './answer-chip.tsx';
import { AnswerSkeleton } from './answer-skeleton.tsx';
import { FixStatement } from './edit-statement.tsx';
import { GoldenQuestionButton } from './golden-question-button.tsx';
import { liveRuns } from './live-runs.ts';
import { ClarificationCard, FailureCard, RefusalCard } from './other-outcomes.tsx';
import { QuestionBubble } from './question-bubble.tsx';
import type { Turn } from './started-turns.ts';
import { StepLine } from './step-line.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { TriedStatements } from './tried-statements.tsx';
import { TurnQuestionProvider } from './turn-question.ts';
import { useRun } from './use-run.ts';

interface AnswerTurnProps {
  readonly turn: Turn;
  /** The newest turn offers what to ask next. */
  readonly newest: boolean;
  /** Nothing can be asked just now. */
  readonly disabled: boolean;
  onAsk(question: string): void;
  onEdit(question: string): void;
}

/** A question and what came of it. */
export function AnswerTurn({ turn, newest, disabled, onAsk, onEdit }: AnswerTurnProps) {
  const { t } = useTranslation();
  const { view, connection, error } = useRun(turn);
  const running = view.outcome === null;
  // Nobody answered what was stopped.
  const receipt = view.error?.code === 'cancelled' ? null : view.receipt;
  const hasAnswer = view.columns !== null || view.headline.length > 0;
  const golden = !running && view.receipt && <GoldenQuestionButton runId={turn.runId} dataSourceId={view.receipt.dataSource.id} />;
  return (
    <TurnQuestionProvider value={turn.question}>
      <QuestionBubble question={turn.question} disabled={disabled || running} onEdit={onEdit} onAsk={onAsk} />
      <div className="mb-2.5 flex flex-wrap items-start gap-x-3 gap-y-1">
        <StepLine steps={view.steps} running={running} />
        {receipt && <AnswerChip receipt={receipt} />}
      </div>
      <TriedStatements attempts={view.attempts} answered={view.columns !== null && view.error === null} />
      {connection === 'waiting' && (
        <Notice tone="warn" className="mb-3">
          {t('chat.connectionLost')}
        </Notice>
      )}
      {connection === 'broken' && <ErrorNotice error={error} onRetry={() => liveRuns.retry(turn.runId)} className="mb-3" />}
      {hasAnswer && <AnswerCard runId={turn.runId} title={view.chart?.title || turn.question} view={view} />}
      {!hasAnswer && running && connection !== 'broken' && <AnswerSkeleton said={view.said} />}
      {view.clarification && <ClarificationCard clarification={view.clarification} disabled={disabled} foot={golden} onAsk={onAsk} />}
      {view.refusal && <RefusalCard refusal={view.refusal} disabled={disabled} foot={golden} onAsk={onAsk} />}
      {view.error && <FailureCard error={view.error} onRetry={disabled ? undefined : () => onAsk(turn.question)} />}
      {!hasAnswer && !running && view.statement && (
        <FixStatement runId={turn.runId} statement={view.statement} byHand={receipt?.engine === 'manual'} />
      )}
      {newest && !running && view.suggestions.length > 0 && (
        <div className="mt-3.5 px-0.5">
          <SuggestionList label={t('chat.followUps')} questions={view.suggestions} disabled={disabled} onAsk={onAsk} />
        </div>
      )}
    </TurnQuestionProvider>
  );
}
