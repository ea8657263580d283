import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { parseTokens } from './parse-tokens.ts';

interface TokensFieldProps {
  readonly label: string;
  /** Null for no limit. */
  readonly tokens: number | null;
  readonly busy: boolean;
  onSave(tokens: number | null): void;
}

/** A daily limit; empty for none. */
export function TokensField({ label, tokens, busy, onSave }: TokensFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(tokens === null ? '' : String(tokens));
  const typed = parseTokens(text);
  return (
    <form
      noValidate
      className="flex items-start gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== undefined && typed !== tokens) onSave(typed);
      }}
    >
      <TextField
        label={label}
        placeholder={t('models.noLimit')}
        dir={text === '' ? undefined : 'ltr'}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        error={typed === undefined ? t('models.tokensWrong') : undefined}
        className="min-w-0 flex-1"
      />
      <Button type="submit" className="mt-[26px]" busy={busy} disabled={typed === undefined || typed === tokens}>
        {t('models.save')}
      </Button>
    </form>
  );
}
