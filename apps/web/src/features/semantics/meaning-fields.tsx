import { useTranslation } from 'react-i18next';
import { TextArea } from '../../components/ui/text-area.tsx';
import type { Words } from './layer-body.ts';
import { WordsFields } from './words-fields.tsx';

interface MeaningFieldsProps {
  readonly words: Words;
  readonly description: string | null;
  onChange(part: { words?: Words; description?: string | null }): void;
}

/** The words and the description that every statement has. */
export function MeaningFields({ words, description, onChange }: MeaningFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <WordsFields value={words} onChange={(next) => onChange({ words: next })} />
      <TextArea
        label={t('semantics.description')}
        dir="auto"
        maxLength={5_000}
        value={description ?? ''}
        onChange={(event) => onChange({ description: event.target.value === '' ? null : event.target.value })}
      />
    </>
  );
}
