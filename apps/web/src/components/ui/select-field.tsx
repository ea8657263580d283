import { type ComponentProps, useId } from 'react';
import { described, FieldFrame } from './field-frame.tsx';
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
    <FieldFrame id={id} label={label} hint={hint} className={className}>
      <select {...select} id={id} {...described({ id, hint })} className={FIELD_CLASS}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
