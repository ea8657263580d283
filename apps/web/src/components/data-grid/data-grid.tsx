import type { ResultColumn } from '@majed-vanna/contract';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { columnWidth } from './column-width.ts';
import { GridHeader } from './grid-header.tsx';
import { GridRowView } from './grid-row.tsx';
import { type GridRow, useGridTable } from './grid-table.ts';
import { type CellPosition, moveCell } from './move-cell.ts';
import type { PageCache } from './page-cache.ts';
import { PageFailure } from './page-failure.tsx';
import { useRowWindow } from './use-row-window.ts';

const ROW_PX = 36;
const HEADER_PX = 38;
const MAX_BODY_PX = 430;
const REST_MS = 70;

interface DataGridProps {
  readonly columns: readonly ResultColumn[];
  /** The rows that came with the answer. */
  readonly kept: readonly GridRow[];
  readonly cache: PageCache;
  /** The kept rows are all there are. */
  readonly complete: boolean;
}

/** A result of any length: rows on screen only, pages read as they are scrolled to, every cell reachable by keyboard. */
export function DataGrid({ columns, kept, cache, complete }: DataGridProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<CellPosition>({ row: 0, column: 0 });
  useSyncExternalStore(cache.subscribe, cache.version);
  const table = useGridTable(columns, kept, complete);
  const count = cache.count();
  const rows = useRowWindow(scroller, count, ROW_PX, HEADER_PX);
  const widths = useMemo(() => columns.map((column, index) => columnWidth(column, index, kept, language)), [columns, kept, language]);
  const layout = {
    gridTemplateColumns: widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' '),
    minWidth: widths.reduce((sum, width) => sum + width, 0),
  };
  const first = rows.items[0]?.index ?? 0;
  const last = rows.items.at(-1)?.index ?? 0;

  // The cache lives outside React: it is told what is on screen and loads what is missing.
  // Only where the scroll bar rests: flying over a million rows asks for none of them.
  useEffect(() => {
    const resting = setTimeout(() => cache.look(first, last), REST_MS);
    return () => clearTimeout(resting);
  }, [cache, first, last]);

  const sorted = complete ? table.getRowModel().rows : null;
  const rowAt = (index: number) => (sorted ? sorted[index]?.original : cache.row(index));
  const cellId = (position: CellPosition) => `${id}-${position.row}-${position.column}`;
  const activeOnScreen = active.row >= first && active.row <= last;

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEADER_PX) / ROW_PX) - 1);
    const next = moveCell(active, event.key, {
      rows: count,
      columns: columns.length,
      page,
      rtl: language === 'ar',
      control: event.ctrlKey,
    });
    if (!next) return;
    event.preventDefault();
    setActive(next);
    rows.scrollToRow(next.row);
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by position. */}
      <div
        ref={scroller}
        role="grid"
        aria-label={t('answer.grid')}
        aria-describedby={`${id}-keys`}
        aria-rowcount={cache.isCountKnown() ? count + 1 : -1}
        aria-colcount={columns.length}
        aria-activedescendant={activeOnScreen ? cellId(active) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="group/grid relative overflow-auto outline-offset-[-2px]"
        style={{ maxHeight: MAX_BODY_PX }}
      >
        <GridHeader table={table} columns={columns} sortable={complete} layout={layout} height={HEADER_PX} />
        {/* biome-ignore lint/a11y/useSemanticElements: as above. */}
        <div role="rowgroup" className="relative" style={{ height: rows.height, minWidth: layout.minWidth }}>
          {rows.items.map((item) => (
            <GridRowView
              key={item.index}
              index={item.index}
              row={rowAt(item.index)}
              columns={columns}
              top={item.start + rows.shift}
              height={ROW_PX}
              layout={layout}
              activeColumn={item.index === active.row ? active.column : null}
              cellId={(column) => cellId({ row: item.index, column })}
              onPick={(column) => setActive({ row: item.index, column })}
            />
          ))}
        </div>
      </div>
      <p id={`${id}-keys`} className="sr-only">
        {t('answer.gridKeys')}
      </p>
      <PageFailure cache={cache} />
    </>
  );
}
