import { SYSTEM_USE, type UsageInput, type UsageRow } from '@majed-vanna/contract';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DataColumn, DataTable } from '../../components/ui/data-table.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { SelectField } from '../../components/ui/select-field.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { localeFor } from '../../lib/format-cell.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { ROLES } from '../../lib/roles.ts';
import { trpc } from '../../lib/trpc.ts';
import { useTableView } from '../../lib/use-table-view.ts';
import { USAGE_GROUPS, USAGE_PERIODS, type UsagePeriod, usageDays } from './usage-period.ts';

export interface UsageView {
  readonly by: UsageInput['by'];
  readonly period: UsagePeriod;
}

interface UsageCardProps extends UsageView {
  readonly currency: string;
  onView(view: UsageView): void;
}

/** What was used of models, and what it cost. */
export function UsageCard({ by, period, currency, onView }: UsageCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [view, setView] = useTableView();
  const usage = trpc.models.usage.useQuery({ by, ...usageDays(period, new Date()) }, { placeholderData: (known) => known });
  const columns = useMemo((): readonly DataColumn<UsageRow>[] => {
    // A question costs less than the smallest coin.
    const money = new Intl.NumberFormat(localeFor(language), {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      maximumFractionDigits: 4,
    });
    const count = (id: 'requests' | 'inputTokens' | 'outputTokens', wide = false): DataColumn<UsageRow> => ({
      id,
      header: t(`models.usage.${id}`),
      align: 'end',
      wide,
      value: (row) => row[id],
      cell: (row) => formatCount(row[id], language),
    });
    const nameOf = ({ key, label }: UsageRow) => {
      if (key === SYSTEM_USE && (by === 'user' || by === 'role')) return t('models.usage.system');
      const role = by === 'role' ? ROLES.find((known) => known === key) : undefined;
      return role ? t(`shell.role.${role}`) : label;
    };
    return [
      { id: 'name', header: t(`models.usage.by.${by}`), value: nameOf, cell: (row) => <bdi className="break-all">{nameOf(row)}</bdi> },
      count('requests'),
      count('inputTokens', true),
      count('outputTokens', true),
      {
        id: 'cost',
        header: t('models.usage.cost'),
        align: 'end',
        value: ({ cost }) => cost,
        // What was used at unknown prices has no cost that could be told.
        cell: ({ cost }) => (cost === 0 ? <span className="text-ink-3">–</span> : <bdi>{money.format(cost)}</bdi>),
      },
    ];
  }, [t, language, by, currency]);
  return (
    <section className="card min-w-0 overflow-clip">
      <div className="flex flex-wrap items-end gap-3 border-b border-line px-4 py-3">
        <h2 className="flex-1 self-center text-s font-strong max-sm:basis-full">{t('models.usage.title')}</h2>
        <SelectField
          label={t('models.usage.period')}
          options={USAGE_PERIODS.map((value) => ({ value, label: t(`models.usage.periodName.${value}`) }))}
          value={period}
          onChange={({ target }) => onView({ by, period: USAGE_PERIODS.find((known) => known === target.value) ?? period })}
        />
        <SelectField
          label={t('models.usage.group')}
          options={USAGE_GROUPS.map((value) => ({ value, label: t(`models.usage.by.${value}`) }))}
          value={by}
          onChange={({ target }) => onView({ period, by: USAGE_GROUPS.find((known) => known === target.value) ?? by })}
        />
      </div>
      <DataTable
        label={t('models.usage.title')}
        columns={columns}
        rows={usage.data}
        rowId={({ key }) => key}
        view={view}
        onView={setView}
        error={usage.error}
        onRetry={() => void usage.refetch()}
        stale={usage.isPlaceholderData}
        empty={<EmptyState title={t('models.usage.none')} text={t('models.usage.noneText')} />}
      />
    </section>
  );
}
