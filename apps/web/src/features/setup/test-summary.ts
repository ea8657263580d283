import type { DataSourceTest } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCell } from '../../lib/format-cell.ts';
import { formatCount } from '../../lib/format-quantity.ts';

/** "11 tables, 214,380 rows, 1 Jan 2023 to 31 Dec 2025." */
export function useTestSummary(test: DataSourceTest | null): string {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!test) return '';
  const counted = test.tables.flatMap(({ rowCount }) => (rowCount === null ? [] : [rowCount]));
  const rows = counted.reduce((sum, count) => sum + count, 0);
  const date = (value: string) =>
    formatCell(value.slice(0, 10), { kind: 'date', format: null, currency: null }, language, { yes: '', no: '' });
  const parts = [
    t('setup.found', { count: test.tables.length }),
    counted.length > 0 ? t('setup.rows', { count: rows, rows: formatCount(rows, language) }) : null,
    test.dateRange ? t('setup.dateRange', { from: date(test.dateRange.from), to: date(test.dateRange.to) }) : null,
  ].filter((part) => part !== null);
  return `${parts.join(language === 'ar' ? '، ' : ', ')}.`;
}
