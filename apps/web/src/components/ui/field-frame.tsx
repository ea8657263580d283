import type { ReactNode } from 'react';

interface FieldNoteProps {
  readonly id: string;
  readonly hint?: string | undefined;
  /** Takes the place of the hint. */
  readonly error?: string | undefined;
}

interface FieldFrameProps extends FieldNoteProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A label above a control with this id, and below it what helps or what is wrong. */
export function FieldFrame({ id, label, hint, error, className = '', children }: FieldFrameProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-s font-label">
        {label}
      </label>
      {children}
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNote({ id, hint, error }: FieldNoteProps) {
  // An error is an element of its own, so that it is read out when it takes the hint's place.
  if (error)
    return (
      <p key="error" id={noteOf(id)} role="alert" className="mt-1 text-xs text-bad">
        {error}
      </p>
    );
  return (
    hint && (
      <p key="hint" id={noteOf(id)} className="mt-1 text-xs text-ink-3">
        {hint}
      </p>
    )
  );
}

/** What a control says of itself to those who do not see its note. */
export function described({ id, hint, error }: FieldNoteProps) {
  return { 'aria-invalid': error ? true : undefined, 'aria-describedby': error || hint ? noteOf(id) : undefined } as const;
}

function noteOf(id: string): string {
  return `${id}-note`;
}
