import { type ComponentProps, type ReactNode, useId } from 'react';
import { described, FieldFrame } from './field-frame.tsx';

export const FIELD_CLASS =
  'h-10 w-full rounded-sm border border-line-strong bg-surface px-3 text-m outline-offset-[-1px] placeholder:text-ink-3 aria-invalid:border-bad';

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** A control at the end of the field. */
  readonly end?: ReactNode;
}

export function TextField({ label, hint, error, end, className = '', ...input }: TextFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} className={className}>
      {/* The control at the end stands where the text does not begin. */}
      <div className="relative" dir={input.dir === 'ltr' ? 'ltr' : undefined}>
        <input {...input} id={id} {...described({ id, hint, error })} className={`${FIELD_CLASS} ${end ? 'pe-11' : ''}`} />
        {end && <div className="absolute inset-y-0 end-1 flex items-center">{end}</div>}
      </div>
    </FieldFrame>
  );
}
