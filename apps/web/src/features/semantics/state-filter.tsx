import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { LAYER_STATES, type LayerState } from './layer-states.ts';

interface StateFilterProps {
  readonly value: LayerState | undefined;
  readonly counts?: Readonly<Record<'all' | LayerState, number>> | undefined;
  onChange(state: LayerState | undefined): void;
}

/** One state, or all of them. */
export function StateFilter({ value, counts, onChange }: StateFilterProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t('semantics.filterByState')}</legend>
      {([undefined, ...LAYER_STATES] as const).map((state) => (
        <button
          key={state ?? 'all'}
          type="button"
          aria-pressed={value === state}
          onClick={() => onChange(state)}
          className="inline-flex h-8 items-center gap-1.5 rounded-sm px-2.5 text-xs font-label text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:bg-teal-soft aria-pressed:text-teal-ink"
        >
          {t(`semantics.stateFilter.${state ?? 'all'}`)}
          {counts && <span className="num">{formatCount(counts[state ?? 'all'], language)}</span>}
        </button>
      ))}
    </fieldset>
  );
}
