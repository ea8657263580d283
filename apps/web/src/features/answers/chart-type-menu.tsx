import type { ChartSpec, ChartType } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';
import { Menu, MenuChoice } from '../../components/ui/menu.tsx';

/** Other ways to draw the same columns. */
export function ChartTypeMenu({
  spec,
  value,
  onChange,
}: {
  readonly spec: ChartSpec;
  readonly value: ChartType;
  onChange(type: ChartType): void;
}) {
  const { t } = useTranslation();
  // The table has a tab of its own.
  const types = [spec.type, ...spec.alternatives.filter((type) => type !== 'table' && type !== spec.type)];
  if (types.length < 2) return null;
  const trigger = (
    <button
      type="button"
      aria-label={`${t('answer.chartType')}: ${t(`answer.chart.${value}`)}`}
      className="flex h-8 items-center gap-1.5 rounded-sm px-2 text-s text-ink-2 hover:bg-sunken hover:text-ink"
    >
      {t(`answer.chart.${value}`)}
      <Icon name="chevron" size={13} />
    </button>
  );
  return (
    <Menu trigger={trigger} align="end">
      <MenuChoice
        label={t('answer.chartType')}
        value={value}
        options={types.map((type) => ({ value: type, label: t(`answer.chart.${type}`) }))}
        onChange={onChange}
      />
    </Menu>
  );
}
