import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../components/ui/button.tsx';
import { TagField } from '../../components/ui/tag-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';
import { newValueName, type ValueName } from './value-names.ts';

interface ValueNamesFieldProps {
  readonly value: readonly ValueName[];
  onChange(value: readonly ValueName[]): void;
}

/** What stored values are called: `C` is "cancelled". */
export function ValueNamesField({ value, onChange }: ValueNamesFieldProps) {
  const { t } = useTranslation();
  const change = (id: number, part: Partial<ValueName>) => onChange(value.map((line) => (line.id === id ? { ...line, ...part } : line)));
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1 text-s font-label">{t('semantics.valueNamesTitle')}</legend>
      <p className="text-xs text-ink-3">{t('semantics.valueNamesHint')}</p>
      {value.map((line) => (
        <div key={line.id} className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 gap-2.5 sm:grid-cols-3">
            <TextField
              label={t('semantics.storedValue')}
              dir="auto"
              spellCheck={false}
              maxLength={500}
              value={line.value}
              onChange={(event) => change(line.id, { value: event.target.value })}
            />
            {(['en', 'ar'] as const).map((lang) => (
              <TagField
                key={lang}
                label={t(`semantics.valueWords.${lang}`)}
                lang={lang}
                value={line.words[lang] ?? []}
                onChange={(tags) => change(line.id, { words: { ...line.words, [lang]: [...tags] } })}
              />
            ))}
          </div>
          <IconButton
            icon="trash"
            label={t('semantics.removeValue', { value: line.value })}
            onClick={() => onChange(value.filter(({ id }) => id !== line.id))}
            className="mt-7"
          />
        </div>
      ))}
      <div>
        <Button icon="plus" onClick={() => onChange([...value, newValueName()])}>
          {t('semantics.addValue')}
        </Button>
      </div>
    </fieldset>
  );
}
