import { useVirtualizer, type VirtualItem, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ScrollScale, scrollScale } from './scroll-scale.ts';

interface RowWindow {
  readonly items: readonly VirtualItem[];
  /** Height of the scrolled element in px. */
  readonly height: number;
  /** What to add to an item's start, so that it stands where the scroll bar is. */
  readonly shift: number;
  scrollToRow(index: number): void;
}

type Grid = Virtualizer<HTMLDivElement, Element>;

/** The rows on screen, of any number of rows: beyond the browser's limit the scroll bar is a scaled map of them. */
export function useRowWindow(scroller: RefObject<HTMLDivElement | null>, count: number, rowPx: number, headerPx: number): RowWindow {
  const [viewport, setViewport] = useState(0);
  const [shift, setShift] = useState(0);
  const scale = useMemo(() => scrollScale(count * rowPx, viewport - headerPx), [count, rowPx, headerPx, viewport]);
  const scaleRef = useRef<ScrollScale>(scale);
  scaleRef.current = scale;
  // The exact place among the rows; the scroll bar alone is too coarse when it is scaled.
  const offset = useRef(0);
  const bar = useRef(0);
  const report = useRef<(offset: number, scrolling: boolean) => void>(() => undefined);

  const settle = useCallback((element: HTMLDivElement, rowOffset: number, scrolling: boolean) => {
    offset.current = rowOffset;
    setShift(isScaled(scaleRef.current, element) ? element.scrollTop - rowOffset : 0);
    report.current(rowOffset, scrolling);
  }, []);

  const moveTo = useCallback(
    (element: HTMLDivElement, wanted: number, rowsHeight: number) => {
      const rowOffset = Math.max(0, Math.min(wanted, rowsHeight - element.clientHeight + headerPx));
      element.scrollTop = scaleRef.current.toBar(rowOffset);
      bar.current = element.scrollTop;
      settle(element, rowOffset, false);
    },
    [headerPx, settle],
  );

  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollPaddingStart: headerPx,
    observeElementOffset: (instance: Grid, notify) => {
      const element = instance.scrollElement;
      if (!element) return undefined;
      report.current = notify;
      const onScroll = () => {
        // A move of our own: the exact offset is known already.
        if (Math.abs(element.scrollTop - bar.current) < 1.5 && isScaled(scaleRef.current, element)) return;
        bar.current = element.scrollTop;
        settle(element, scaleRef.current.toRows(element.scrollTop), true);
      };
      onScroll();
      element.addEventListener('scroll', onScroll, { passive: true });
      return () => element.removeEventListener('scroll', onScroll);
    },
    scrollToFn: (wanted, _options, instance) => {
      if (instance.scrollElement) moveTo(instance.scrollElement, wanted, count * rowPx);
    },
  });

  // The browser's wheel and the element's size: one turn of the wheel moves the same rows, however many there are.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => setViewport(element.clientHeight));
    sizes.observe(element);
    const onWheel = (event: WheelEvent) => {
      if (!isScaled(scaleRef.current, element) || event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      moveTo(element, offset.current + event.deltaY * (event.deltaMode === 1 ? rowPx : 1), count * rowPx);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      sizes.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, [scroller, count, rowPx, moveTo]);

  // The virtualizer would measure the scaled scroll bar and stop short of the end.
  function scrollToRow(index: number) {
    const element = scroller.current;
    if (!element) return;
    const start = index * rowPx;
    const end = start + rowPx - (element.clientHeight - headerPx);
    if (start < offset.current) moveTo(element, start, count * rowPx);
    else if (end > offset.current) moveTo(element, end, count * rowPx);
  }

  return { items: virtualizer.getVirtualItems(), height: scale.height, shift, scrollToRow };
}

function isScaled(scale: ScrollScale, element: HTMLElement): boolean {
  return scale.toRows(1) !== 1 && scale.height > element.clientHeight;
}
