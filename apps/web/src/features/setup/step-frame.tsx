import type { Dispatch, FormEvent, ReactNode } from 'react';
import type { WizardAction, WizardState } from './wizard-state.ts';

export interface StepProps {
  readonly state: WizardState;
  readonly dispatch: Dispatch<WizardAction>;
}

interface StepFrameProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
  /** The row of buttons. */
  readonly actions: ReactNode;
  onSubmit(event: FormEvent): void;
}

export function StepFrame({ title, text, children, actions, onSubmit }: StepFrameProps) {
  return (
    <form noValidate onSubmit={onSubmit} className="arrive">
      <h1 tabIndex={-1} className="text-xl font-title tracking-[-0.015em] outline-none">
        {title}
      </h1>
      <p className="mt-1 mb-5 text-ink-2">{text}</p>
      {children}
      <div className="mt-6 flex flex-wrap gap-2.5">{actions}</div>
    </form>
  );
}
