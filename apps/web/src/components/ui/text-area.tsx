import { type ComponentProps, useId } from 'react';

const ROW_PX = 23;
const PADDING_PX = 18;

interface TextAreaProps extends ComponentProps<'textarea'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** Text of several lines; it grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, className = '', rows = 2, ...textarea }: TextAreaProps) {
  const id = useId();
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-s font-label">
        {label}
      </label>
      <textarea
        {...textarea}
        id={id}
        rows={rows}
        // It grows from the height of its rows.
        style={{ minHeight: rows * ROW_PX + PADDING_PX }}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        className="block max-h-[50vh] w-full resize-y rounded-sm border border-line-strong bg-surface px-3 py-2 text-m outline-offset-[-1px] [field-sizing:content] placeholder:text-ink-3 aria-invalid:border-bad"
      />
      {hint && !error && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-xs text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
