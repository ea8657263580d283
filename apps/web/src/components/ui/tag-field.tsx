import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { described, FieldFrame } from './field-frame.tsx';
import { Icon } from './icon.tsx';

interface TagFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  onChange(value: readonly string[]): void;
  /** The language of the tags: decides their direction. */
  readonly lang?: 'en' | 'ar' | undefined;
  readonly hint?: string | undefined;
  readonly className?: string;
}

const SEPARATORS = /[,،;؛\n\t]/;

/** A list of short texts: Enter or a comma adds one, Backspace in the empty field takes the last. */
export function TagField({ label, value, onChange, lang, hint, className = '' }: TagFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');

  function add(texts: readonly string[]) {
    const known = new Set(value.map((tag) => tag.toLocaleLowerCase()));
    const added = texts
      .map((text) => text.trim().replace(/\s+/g, ' '))
      .filter((text) => text !== '' && !known.has(text.toLocaleLowerCase()));
    setTyped('');
    if (added.length > 0) onChange([...value, ...new Set(added)]);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter ends a word of the input method first.
    if (event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' || event.key === ',' || event.key === '،') && typed.trim() !== '') {
      event.preventDefault();
      add([typed]);
    }
    if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
  }

  function onPaste(event: ClipboardEvent) {
    const texts = event.clipboardData.getData('text').split(SEPARATORS);
    if (texts.length < 2) return;
    event.preventDefault();
    add(texts);
  }

  return (
    <FieldFrame id={id} label={label} hint={hint} className={className}>
      <div
        dir={lang === undefined ? undefined : lang === 'ar' ? 'rtl' : 'ltr'}
        className="flex min-h-10 flex-wrap items-center gap-1.5 rounded-sm border border-line-strong bg-surface px-2 py-1.5 focus-within:outline-2 focus-within:outline-offset-[-1px] focus-within:outline-teal"
      >
        {value.map((tag) => (
          <span key={tag} className="inline-flex h-6 max-w-full items-center gap-1 rounded-sm bg-sunken ps-2 text-s">
            <bdi lang={lang} className="truncate">
              {tag}
            </bdi>
            <button
              type="button"
              aria-label={t('table.removeTag', { tag })}
              onClick={() => {
                onChange(value.filter((other) => other !== tag));
                input.current?.focus();
              }}
              className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
            >
              <Icon name="close" size={11} />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          lang={lang}
          value={typed}
          maxLength={200}
          {...described({ id, hint })}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          // What was typed counts, whichever way the field is left.
          onBlur={() => add([typed])}
          className="h-6 min-w-24 flex-1 bg-transparent px-1 text-m outline-none"
        />
      </div>
    </FieldFrame>
  );
}
