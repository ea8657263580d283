/** One bar of a histogram: from `from` up to, but without, `to` (the last one includes it). */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Groups values into bins of a round width, about as many as Sturges' rule asks for. `weights` counts a value more than once. */
export function bins(values: readonly (number | null)[], weights?: readonly (number | null)[]): Bin[] {
  const points = values.flatMap((value, i) => (value === null ? [] : [{ value, weight: weights ? (weights[i] ?? 0) : 1 }]));
  if (points.length === 0) return [];
  const min = Math.min(...points.map((point) => point.value));
  const max = Math.max(...points.map((point) => point.value));
  if (min === max) return [{ from: min, to: max, count: points.reduce((sum, point) => sum + point.weight, 0) }];
  const wanted = Math.min(30, Math.ceil(Math.log2(points.length)) + 1);
  const width = roundWidth((max - min) / wanted);
  const start = Math.floor(min / width);
  const counts = new Array<number>(Math.floor(max / width) - start + 1).fill(0);
  for (const { value, weight } of points) {
    const slot = Math.min(counts.length - 1, Math.floor(value / width) - start);
    counts[slot] = (counts[slot] ?? 0) + weight;
  }
  return counts.map((count, i) => ({ from: clean((start + i) * width), to: clean((start + i + 1) * width), count }));
}

/** The next of 1, 2, 2.5, 5 times a power of ten. */
function roundWidth(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].find((factor) => raw <= factor * power) ?? 10;
  return step * power;
}

/** 0.30000000000000004 is 0.3 to a reader. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
