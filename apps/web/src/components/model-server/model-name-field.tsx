import { type ComponentProps, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';

interface ModelNameFieldProps extends ComponentProps<typeof TextField> {
  /** Read from the server; absent before that. */
  readonly models: readonly string[] | undefined;
  readonly reading: boolean;
  onRead(): void;
}

/** A model by its name on the server, typed or chosen of what the server lists. */
export function ModelNameField({ models, reading, onRead, className = '', ...field }: ModelNameFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={className}>
      <div className="flex items-end gap-2.5">
        <TextField {...field} dir="ltr" spellCheck={false} autoComplete="off" list={id} className="min-w-0 flex-1" />
        <Button className="mb-[3px]" busy={reading} onClick={onRead}>
          {t('models.readList')}
        </Button>
      </div>
      <datalist id={id}>
        {models?.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      {models && (
        <p role="status" className="mt-1.5 text-xs text-ink-3">
          {t('models.found', { count: models.length })}
        </p>
      )}
    </div>
  );
}
