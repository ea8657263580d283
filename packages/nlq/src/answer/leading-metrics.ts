import type { SemanticMetric } from '../semantic-model.ts';

/** Figures as they are offered: money first, and of alike ones what people have more ways to say. */
export function leadingMetrics(metrics: readonly SemanticMetric[]): SemanticMetric[] {
  return [...metrics].sort((a, b) => Number(b.format === 'currency') - Number(a.format === 'currency') || weightOf(b) - weightOf(a));
}

/** The more ways people have to say it, the more it matters. */
function weightOf({ words }: SemanticMetric): number {
  return (words.en?.length ?? 0) + (words.ar?.length ?? 0);
}
