import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';

const REST_MS = 250;

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  readonly className?: string;
}

/** Tells what was typed once the typing rests. */
export function SearchField({ label, value, onChange, className = '' }: SearchFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed by itself, e.g. by the back button.
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }

  // The clock: each key press starts it anew.
  useEffect(() => {
    if (typed === value) return;
    const rest = setTimeout(() => onChange(typed), REST_MS);
    return () => clearTimeout(rest);
  }, [typed, value]);

  return (
    <div className={`relative ${className}`}>
      <Icon name="search" size={14} className="pointer-events-none absolute start-2.5 top-2.5 text-ink-3" />
      <input
        type="search"
        value={typed}
        dir={typed ? 'auto' : undefined}
        maxLength={200}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setTyped(event.target.value)}
        className="h-[34px] w-full rounded-sm border border-line-strong bg-surface ps-8 pe-8 text-s outline-offset-[-1px] placeholder:text-start placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed && (
        <IconButton
          icon="close"
          size={13}
          label={t('table.clear')}
          onClick={() => {
            setTyped('');
            onChange('');
          }}
          className="absolute end-0.5 top-px"
        />
      )}
    </div>
  );
}
