import type { NumberFormat } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../components/ui/select-field.tsx';
import { TextField } from '../../components/ui/text-field.tsx';

export const NUMBER_FORMATS: readonly NumberFormat[] = ['number', 'integer', 'percent', 'currency', 'compact'];

interface FormatFieldsProps {
  readonly format: NumberFormat | null;
  readonly currency: string | null;
  onChange(part: { format?: NumberFormat | null; currency?: string | null }): void;
}

/** How figures are written. */
export function FormatFields({ format, currency, onChange }: FormatFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <SelectField
        label={t('semantics.formatLabel')}
        options={[
          { value: '', label: t('semantics.formatNone') },
          ...NUMBER_FORMATS.map((value) => ({ value, label: t(`semantics.format.${value}`) })),
        ]}
        value={format ?? ''}
        onChange={(event) => onChange({ format: NUMBER_FORMATS.find((value) => value === event.target.value) ?? null })}
      />
      <TextField
        label={t('semantics.currency')}
        hint={t('semantics.currencyHint')}
        dir="ltr"
        maxLength={3}
        spellCheck={false}
        value={currency ?? ''}
        onChange={(event) => onChange({ currency: event.target.value.toUpperCase() || null })}
      />
    </div>
  );
}
