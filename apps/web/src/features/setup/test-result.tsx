import type { DataSourceTest } from '@majed-vanna/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCount } from '../../lib/format-quantity.ts';
import { PreviewTable } from './preview-table.tsx';
import { useTestSummary } from './test-summary.ts';

/** What a real connection found: tables with their rows, and the first rows of each. */
export function TestResult({ test }: { readonly test: DataSourceTest }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const summary = useTestSummary(test);
  const [open, setOpen] = useState<string | null>(test.tables[0]?.name ?? null);
  const shown = test.tables.find((table) => table.name === open);
  return (
    <div className="arrive mt-[18px]">
      <div role="status" className="num rounded-md bg-ok-soft px-4 py-3 text-s">
        <b className="font-strong text-ok">{t('setup.connected', { ms: formatCount(Math.round(test.ms), language) })}</b> {summary}
      </div>
      <fieldset aria-label={t('setup.previewTables')} className="mt-3 flex min-w-0 flex-wrap gap-1.5">
        {test.tables.map((table) => (
          <button
            key={table.name}
            type="button"
            aria-pressed={table.name === open}
            onClick={() => setOpen(table.name === open ? null : table.name)}
            className="flex h-7 items-center gap-1.5 rounded-full border border-line px-2.5 text-xs text-ink-2 hover:border-line-strong aria-pressed:border-teal aria-pressed:bg-teal-soft aria-pressed:text-teal-ink"
          >
            <bdi>{table.name}</bdi>
            {table.rowCount !== null && <span className="num opacity-80">{formatCount(table.rowCount, language)}</span>}
            {table.name === open && <Icon name="check" size={11} />}
          </button>
        ))}
      </fieldset>
      {shown && <PreviewTable table={shown} />}
    </div>
  );
}
