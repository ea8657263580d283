import { type ComponentProps, useId } from 'react';
import { described, FieldFrame } from './field-frame.tsx';
import { Icon } from './icon.tsx';
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
      <div className="relative">
        <select {...select} id={id} {...described({ id, hint })} className={`${FIELD_CLASS} appearance-none pe-9`}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <span className="pointer-events-none absolute inset-y-0 end-3 flex items-center text-ink-3">
          <Icon name="chevron" size={14} />
        </span>
      </div>
    </FieldFrame>
  );
}
