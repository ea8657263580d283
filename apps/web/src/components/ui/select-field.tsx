import { type ComponentProps, useId } from 'react';
import { FIELD_CLASS } from './text-field.tsx';

interface SelectFieldProps extends ComponentProps<'select'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few, by the browser's own control. */
export function SelectField({ label, hint, options, className = '', ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-s font-label">
        {label}
      </label>
      <select {...select} id={id} aria-describedby={hint ? `${id}-hint` : undefined} className={FIELD_CLASS}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
