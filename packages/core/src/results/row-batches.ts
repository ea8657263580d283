import type { Cell } from '@majed-vanna/contract';

/** Rows of a result as they come; taking a batch is what makes the next one. */
export type RowBatches = AsyncIterable<readonly (readonly Cell[])[]>;
