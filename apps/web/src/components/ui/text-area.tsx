import { type ComponentProps, useId } from 'react';
import { described, FieldFrame } from './field-frame.tsx';

const ROW_PX = 23;
const PADDING_PX = 18;

interface TextAreaProps extends ComponentProps<'textarea'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Indentation matters: every letter is as wide as the next. */
  readonly code?: boolean;
}

/** Text of several lines; it grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, className = '', rows = 2, code = false, ...textarea }: TextAreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      <textarea
        {...textarea}
        id={id}
        rows={rows}
        // It grows from the height of its rows.
        style={{ minHeight: rows * ROW_PX + PADDING_PX }}
        {...described({ id, hint, error })}
        className={`block max-h-[50vh] w-full resize-y rounded-sm border border-line-strong bg-surface px-3 py-2 ${code ? 'font-mono text-s' : 'text-m'} outline-offset-[-1px] [field-sizing:content] placeholder:text-ink-3 aria-invalid:border-bad`}
      />
    </FieldFrame>
  );
}
