import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';
import { Spinner } from '../../components/ui/spinner.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatDuration } from '../../lib/format-quantity.ts';
import type { StepView } from './run-view.ts';
import { stepState, useStepWords } from './step-words.ts';

/** Done steps that say nothing new in one line; the open list has all, repeated ones too. */
const QUIET: ReadonlySet<StepView['step']> = new Set(['budget', 'chart', 'explain']);

/** The pipeline as one thin line; open, every step with its details and time. */
export function StepLine({ steps, running }: { readonly steps: readonly StepView[]; readonly running: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const words = useStepWords();
  const inLine = steps.filter((step) => step.state !== 'done' || !QUIET.has(step.step));
  const candidates = inLine.length > 0 ? inLine : steps;
  const shown = candidates.filter((step, i) => {
    const before = candidates[i - 1];
    return before === undefined || words.short(before) !== words.short(step);
  });
  return (
    <div className="min-w-0 flex-1 max-sm:basis-full">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        title={t(open ? 'answer.hideSteps' : 'answer.showSteps')}
        onClick={() => setOpen(!open)}
        className="flex max-w-full flex-wrap items-center gap-x-2 gap-y-1 rounded-sm px-0.5 py-1 text-start text-xs text-ink-3 hover:text-ink-2"
      >
        {shown.length === 0 && running && (
          <span className="flex items-center gap-1.5">
            <Spinner size={12} />
            {t('chat.thinking')}
          </span>
        )}
        {shown.map((step, i) => (
          <span key={`${i}:${step.step}`} className="num flex items-center gap-1.5">
            {i > 0 && <span aria-hidden className="me-0.5 h-px w-3.5 bg-line-strong max-sm:hidden" />}
            <StepMark state={stepState(step)} />
            {words.short(step)}
          </span>
        ))}
      </button>
      {open && <StepList id={id} steps={steps} />}
    </div>
  );
}

function StepList({ id, steps }: { readonly id: string; readonly steps: readonly StepView[] }) {
  const language = useLanguage();
  const words = useStepWords();
  return (
    <ol id={id} className="arrive mt-1.5 mb-2 grid gap-1 border-s border-line ps-3 text-xs text-ink-2">
      {steps.map((step, i) => (
        <li key={`${i}:${step.step}`} className="flex items-start gap-2">
          <span className="mt-0.5">
            <StepMark state={stepState(step)} />
          </span>
          <span className="min-w-0 flex-1">
            {words.title(step)}
            {words.details(step).map((detail) => (
              <span key={detail} className="block break-words text-ink-3">
                <bdi>{detail}</bdi>
              </span>
            ))}
          </span>
          {step.ms !== null && <bdi className="num text-ink-3">{formatDuration(step.ms, language)}</bdi>}
        </li>
      ))}
    </ol>
  );
}

function StepMark({ state }: { readonly state: ReturnType<typeof stepState> }) {
  if (state === 'running') return <Spinner size={12} />;
  const look = state === 'failed' ? 'bg-bad-soft text-bad' : 'bg-ok-soft text-ok';
  return (
    <span className={`grid size-3.5 place-items-center rounded-full ${look}`}>
      <Icon name={state === 'failed' ? 'close' : 'check'} size={9} />
    </span>
  );
}
