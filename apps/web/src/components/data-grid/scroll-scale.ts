/** Browsers cap an element's height (Firefox near 17.9 million px, Chromium near 33.5 million). */
const MAX_HEIGHT_PX = 12_000_000;

/** Maps the offset among all rows to the offset of the scroll bar, and back; one to one until the rows outgrow the browser. */
export interface ScrollScale {
  readonly height: number;
  toBar(rowOffset: number): number;
  toRows(barOffset: number): number;
}

export function scrollScale(rowsHeight: number, viewportHeight: number, maxHeight = MAX_HEIGHT_PX): ScrollScale {
  const height = Math.min(rowsHeight, maxHeight);
  // Measured between the ends of travel, so that the last row is reachable to the pixel.
  const ratio = height <= viewportHeight || height === rowsHeight ? 1 : (rowsHeight - viewportHeight) / (height - viewportHeight);
  return { height, toBar: (rowOffset) => rowOffset / ratio, toRows: (barOffset) => barOffset * ratio };
}
