/** How much of each kind a reader can take in; the chooser and the check of proposals keep to the same. */
export const MAX_PIE_SLICES = 6;
export const MAX_SERIES = 12;
export const MAX_BARS = 60;
export const MAX_PIVOT_ROWS = 500;
export const MAX_PIVOT_COLUMNS = 60;
export const MAX_KPIS = 4;
/** Points drawn at most; a result with more is a table. */
export const MAX_CHART_POINTS = 5_000;
