import type { Dialect } from '@majed-vanna/contract';
import { lazy, Suspense, useId } from 'react';
import { FieldNote } from '../ui/field-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

const SqlInputView = lazy(() => import('./sql-input-view.tsx').then((module) => ({ default: module.SqlInputView })));

interface SqlFieldProps {
  readonly label: string;
  readonly value: string;
  readonly dialect: Dialect;
  onChange(sql: string): void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly className?: string;
}

/** A field for SQL; the editor comes when the field is first shown. */
export function SqlField({ label, value, dialect, onChange, hint, error, className = '' }: SqlFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <p aria-hidden className="mb-1 text-s font-label">
        {label}
      </p>
      <div className={`rounded-sm border bg-surface ${error ? 'border-bad' : 'border-line-strong'}`}>
        <Suspense fallback={<Skeleton className="m-2 h-6" />}>
          <SqlInputView
            label={label}
            value={value}
            dialect={dialect}
            onChange={onChange}
            description={error ?? hint ?? ''}
            invalid={error !== undefined}
          />
        </Suspense>
      </div>
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  );
}
