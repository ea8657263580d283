import type { ResultColumn } from '@majed-vanna/contract';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatCell, isNumeric, labelOf } from '../../lib/format-cell.ts';
import type { GridRow } from './grid-table.ts';

interface GridRowViewProps {
  readonly index: number;
  /** Undefined while its page is on the way. */
  readonly row: GridRow | undefined;
  readonly columns: readonly ResultColumn[];
  readonly top: number;
  readonly height: number;
  readonly layout: CSSProperties;
  readonly activeColumn: number | null;
  cellId(column: number): string;
  onPick(column: number): void;
}

export function GridRowView({ index, row, columns, top, height, layout, activeColumn, cellId, onPick }: GridRowViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = { yes: t('answer.yes'), no: t('answer.no') };
  return (
    // biome-ignore lint/a11y: rows and cells of an ARIA grid; the grid element holds the focus.
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined}
      className="absolute inset-x-0 top-0 grid border-b border-line text-s hover:bg-sunken/60"
      style={{ ...layout, height, transform: `translateY(${top}px)` }}
    >
      {columns.map((column, position) => {
        const value = row?.[position] ?? null;
        return (
          // biome-ignore lint/a11y: see above; clicking only moves the active cell, as the arrows do.
          <div
            key={`${position}:${column.name}`}
            id={cellId(position)}
            role="gridcell"
            aria-colindex={position + 1}
            onClick={() => onPick(position)}
            className={`flex min-w-0 items-center px-3.5 ${isNumeric(column) ? 'num justify-end' : ''} ${activeColumn === position ? 'group-focus-visible/grid:shadow-[inset_0_0_0_2px_var(--teal)]' : ''}`}
          >
            {row === undefined ? (
              <span className="skeleton h-3 w-3/5" />
            ) : value === null ? (
              <span className="text-ink-3">–</span>
            ) : (
              <bdi
                dir={isNumeric(column) ? 'ltr' : 'auto'}
                className="truncate"
                title={typeof value === 'string' && (value.length > 40 || labelOf(value, column) !== null) ? value : undefined}
              >
                {formatCell(value, column, language, words)}
              </bdi>
            )}
          </div>
        );
      })}
    </div>
  );
}
