/** Rows of a table that a profile looks at. */
export const PROFILED_ROWS = 1_000_000;
/** A column with longer values holds prose, not names. */
export const MAX_PROFILED_CHARACTERS = 200;
