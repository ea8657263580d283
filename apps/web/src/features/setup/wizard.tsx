import type { SignedIn } from '@majed-vanna/contract';
import { type ReactNode, useEffect, useReducer, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AdministratorStep } from './administrator-step.tsx';
import { CodeStep } from './code-step.tsx';
import { DataStep } from './data-step.tsx';
import { ModelStep } from './model-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { Stepper } from './stepper.tsx';
import { FIRST_STATE, WIZARD_STEPS, wizardReducer } from './wizard-state.ts';

interface WizardProps {
  /** Stands above the steps. */
  readonly head: ReactNode;
  onDone(result: SignedIn): void;
}

/** First run: code, administrator, data, language model, review; one transaction at the end. */
export function Wizard({ head, onDone }: WizardProps) {
  const { t } = useTranslation();
  const [state, dispatch] = useReducer(wizardReducer, FIRST_STATE);
  const card = useRef<HTMLDivElement>(null);
  const opened = useRef(state.step);

  // The keyboard's place: a new step begins at its heading.
  useEffect(() => {
    if (opened.current === state.step) return;
    opened.current = state.step;
    card.current?.querySelector('h1')?.focus();
  }, [state.step]);

  return (
    <>
      <div>
        {head}
        <Stepper state={state} onGo={(step) => dispatch({ type: 'went', step })} />
      </div>
      <div ref={card} className="card min-w-0 px-5 py-6 sm:px-[30px] sm:py-7">
        <p className="sr-only">{t('setup.stepOf', { step: WIZARD_STEPS.indexOf(state.step) + 1, total: WIZARD_STEPS.length })}</p>
        {state.step === 'code' && <CodeStep state={state} dispatch={dispatch} />}
        {state.step === 'administrator' && <AdministratorStep state={state} dispatch={dispatch} />}
        {state.step === 'data' && <DataStep state={state} dispatch={dispatch} />}
        {state.step === 'model' && <ModelStep state={state} dispatch={dispatch} />}
        {state.step === 'review' && <ReviewStep state={state} dispatch={dispatch} onDone={onDone} />}
      </div>
    </>
  );
}
