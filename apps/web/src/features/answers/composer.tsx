import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';
import { Spinner } from '../../components/ui/spinner.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { askedQuestions } from './asked-questions.ts';
import { keepDraft, readDraft } from './draft.ts';
import { MAX_QUESTION_CHARACTERS } from './question-length.ts';

export interface ComposerHandle {
  /** Puts a text into the field, to be changed before it is asked. */
  write(text: string): void;
}

interface ComposerProps {
  readonly draftKey: string;
  readonly asking: boolean;
  /** A run is going on; it may be stopped. */
  readonly running: boolean;
  readonly stopping: boolean;
  readonly disabled: boolean;
  readonly handle?: Ref<ComposerHandle>;
  onAsk(question: string): void;
  onStop(): void;
}

export function Composer({ draftKey, asking, running, stopping, disabled, handle, onAsk, onStop }: ComposerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft(draftKey));
  const [recalled, setRecalled] = useState(-1);
  const tooLong = text.length > MAX_QUESTION_CHARACTERS;
  const ready = text.trim() !== '' && !tooLong && !asking && !running && !disabled;

  // The field's height is the browser's to measure.
  useEffect(() => {
    if (!field.current) return;
    field.current.style.height = 'auto';
    field.current.style.height = `${Math.min(field.current.scrollHeight, 200)}px`;
  }, [text]);

  useImperativeHandle(handle, () => ({ write }));

  function write(next: string) {
    change(next);
    field.current?.focus();
  }

  function change(next: string) {
    setText(next);
    keepDraft(draftKey, next);
  }

  function submit() {
    if (!ready) return;
    onAsk(text.trim());
    change('');
    setRecalled(-1);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // An input method confirms its own word with Enter.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && (text === '' || recalled >= 0)) recall(event, recalled + 1);
    else if (event.key === 'ArrowDown' && recalled >= 0) recall(event, recalled - 1);
  }

  function recall(event: KeyboardEvent, index: number) {
    const question = index < 0 ? '' : askedQuestions()[index];
    if (question === undefined) return;
    event.preventDefault();
    setRecalled(index);
    change(question);
  }

  return (
    <form
      className="card mx-auto flex w-full max-w-[880px] items-end gap-2.5 py-3 ps-4 pe-3 focus-within:border-line-strong"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="sr-only">
          {t('chat.askLabel')}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={1}
          // An empty field follows the page, so that the hint in it does.
          dir={text ? 'auto' : undefined}
          value={text}
          placeholder={t('chat.askPlaceholder')}
          aria-describedby={`${id}-hint`}
          aria-invalid={tooLong || undefined}
          onChange={(event) => {
            setRecalled(-1);
            change(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="block w-full resize-none bg-transparent py-1.5 text-m leading-[1.5] outline-none placeholder:text-start"
        />
        <p id={`${id}-hint`} className={tooLong ? 'text-xs text-bad' : 'sr-only'}>
          {tooLong ? t('chat.tooLong', { max: formatCount(MAX_QUESTION_CHARACTERS, language), count: text.length }) : t('chat.askHint')}
        </p>
      </div>
      <kbd aria-hidden className="mb-2 hidden rounded-[5px] border border-line-strong px-1.5 text-[11px] leading-4 text-ink-3 sm:block">
        ↵
      </kbd>
      {running ? (
        <button
          type="button"
          onClick={onStop}
          disabled={stopping}
          aria-label={t(stopping ? 'chat.stopping' : 'chat.stop')}
          title={t('chat.stop')}
          className="grid size-[34px] shrink-0 place-items-center rounded-[9px] bg-ink text-paper"
        >
          {stopping ? <Spinner /> : <Icon name="stop" />}
        </button>
      ) : (
        <button
          type="submit"
          disabled={!ready}
          aria-label={t('chat.ask')}
          title={t('chat.ask')}
          className="grid size-[34px] shrink-0 place-items-center rounded-[9px] bg-teal text-on-teal enabled:hover:bg-teal-hover disabled:opacity-45"
        >
          {asking ? <Spinner /> : <Icon name="send" />}
        </button>
      )}
    </form>
  );
}
