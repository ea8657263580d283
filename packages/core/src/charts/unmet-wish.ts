import type { ChartSpec, ChartType } from '@majed-vanna/contract';
import { chartWish } from './chart-wish.ts';
import { looksLike } from './choose-chart.ts';

/** The type of chart that a question asks for by name, where its answer is drawn in another way; null when there is none. */
export function unmetWish(question: string, { type }: Pick<ChartSpec, 'type'>): ChartType | null {
  const wished = chartWish(question).type;
  return wished === null || wished === type || looksLike(type, wished) ? null : wished;
}
