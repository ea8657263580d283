import { useLanguage } from '../../i18n/use-language.ts';
import { formatFigure } from '../../lib/format-cell.ts';
import type { ChartData } from './chart-data.ts';

/** One row of figures, each with its name. */
export function KpiView({ data }: { readonly data: ChartData }) {
  const language = useLanguage();
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(180px,1fr))] gap-4 px-5 py-6">
      {data.series.map((series, i) => {
        const value = series.values[0] ?? null;
        return (
          <div key={`${i}:${series.name}`} className="flex flex-col-reverse">
            <dd className="num text-2xl font-title tracking-[-0.02em]">
              <bdi>{value === null ? '–' : formatFigure(value, series.column.format ?? 'number', series.column.currency, language)}</bdi>
            </dd>
            <dt className="text-xs font-strong text-ink-3">{series.name}</dt>
          </div>
        );
      })}
    </dl>
  );
}
