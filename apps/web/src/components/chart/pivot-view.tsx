import type { ChartSpec, ResultColumn } from '@majed-vanna/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatFigure } from '../../lib/format-cell.ts';
import type { ChartData } from './chart-data.ts';
import { type Pivot, pivotOf } from './pivot-data.ts';

interface PivotViewProps {
  readonly spec: ChartSpec;
  readonly data: ChartData;
  readonly columns: readonly ResultColumn[];
}

const HEAD = 'sticky bg-surface font-label text-ink-2';
const FIGURE = 'num px-3.5 py-[7px] text-end whitespace-nowrap';

/** Two dimensions and a measure as a table whose heads stay in sight; the frame scrolls with the arrow keys. */
export function PivotView({ spec, data, columns }: PivotViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const pivot = pivotOf(spec, data, columns, language);
  if (!pivot) return <p className="px-5 py-8 text-s text-ink-2">{t('answer.chartFailed')}</p>;
  const label = t('answer.pivotLabel', { title: spec.title });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section aria-label={label} tabIndex={0} className="scroll-edges max-h-[460px] overflow-y-auto outline-offset-[-2px]">
      <table className="min-w-full border-separate border-spacing-0 text-s">
        <caption className="sr-only">{label}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} start-0 top-0 z-20 border-b border-line-strong px-3.5 py-2.5 text-start text-xs`}>
              <bdi>{t('answer.pivotCorner', { rows: pivot.rowName, columns: pivot.columnName })}</bdi>
            </th>
            {pivot.columns.map((name, i) => (
              <th
                key={`${i}:${name}`}
                scope="col"
                className={`${HEAD} top-0 z-10 border-b border-line-strong px-3.5 py-2.5 text-end text-xs whitespace-nowrap`}
              >
                <bdi>{name}</bdi>
              </th>
            ))}
            {pivot.totals && (
              <th scope="col" className={`${HEAD} top-0 z-10 border-s border-b border-line-strong px-3.5 py-2.5 text-end text-xs`}>
                {t('answer.pivotTotal')}
              </th>
            )}
          </tr>
        </thead>
        <PivotBody pivot={pivot} />
      </table>
    </section>
  );
}

function PivotBody({ pivot }: { readonly pivot: Pivot }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { format, currency } = pivot.measure;
  const write = (value: number) => formatFigure(value, format ?? 'number', currency, language);
  return (
    <>
      <tbody>
        {pivot.rows.map((row, r) => (
          <tr key={`${r}:${row.label}`} className="group/row">
            <th
              scope="row"
              className={`${HEAD} start-0 max-w-56 truncate border-b border-line px-3.5 py-[7px] text-start`}
              title={row.label}
            >
              <bdi>{row.label}</bdi>
            </th>
            {row.values.map((value, i) => (
              <td key={`${i}:${pivot.columns[i]}`} className={`${FIGURE} border-b border-line`}>
                <Figure text={value === null ? null : write(value)} />
              </td>
            ))}
            {pivot.totals && (
              <td className={`${FIGURE} border-s border-b border-line font-strong`}>
                <Figure text={row.total === null ? null : write(row.total)} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {pivot.totals && (
        <tfoot>
          <tr>
            <th scope="row" className={`${HEAD} start-0 bottom-0 z-20 border-t border-line-strong px-3.5 py-2 text-start`}>
              {t('answer.pivotTotal')}
            </th>
            {[...pivot.totals, pivot.total].map((value, i) => (
              <td
                key={`${i}:${pivot.columns[i] ?? ''}`}
                className={`${FIGURE} sticky bottom-0 border-t border-line-strong bg-surface font-strong ${i === pivot.columns.length ? 'border-s' : ''}`}
              >
                <Figure text={value === null ? null : write(value)} />
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </>
  );
}

function Figure({ text }: { readonly text: string | null }) {
  return text === null ? <span className="text-ink-3">–</span> : <bdi dir="ltr">{text}</bdi>;
}
