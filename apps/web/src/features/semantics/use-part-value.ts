import type { NumberFormat } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { CARDINALITY_WORDS } from './cardinalities.ts';
import { NUMBER_FORMATS } from './format-fields.tsx';

/** A part's value in words, where it is one of a few that the product has names for. */
export function usePartValue(): (path: string, value: string) => string {
  const { t } = useTranslation();
  return (path, value) => {
    const format = NUMBER_FORMATS.find((known: NumberFormat) => known === value);
    if (path === 'format' && format) return t(`semantics.format.${format}`);
    if (path === 'cardinality' && (value === 'many_to_one' || value === 'one_to_one')) return t(CARDINALITY_WORDS[value]);
    return path === 'rejected' ? t('semantics.yes') : value;
  };
}
