export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'rows/s' | 'errors';
  /** The same thing done bare, measured in the same run. */
  readonly baseline: number;
  readonly ratio: number;
  /** What the value must stay under (`rows/s`: above). */
  readonly bar: number;
  readonly ok: boolean;
}

export function figure(
  name: string,
  unit: Figure['unit'],
  { value, baseline, bar }: { value: number; baseline: number; bar: number },
): Figure {
  const ok = unit === 'rows/s' ? value >= bar : value <= bar;
  return { name, value: rounded(value), unit, baseline: rounded(baseline), ratio: rounded(value / baseline), bar, ok };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function printFigures(figures: readonly Figure[], asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    return;
  }
  const rows = figures.map(({ name, value, unit, baseline, ratio, bar, ok }) => [
    name,
    `${value} ${unit}`,
    `${baseline} ${unit}`,
    `× ${ratio}`,
    `${bar} ${unit}`,
    ok ? 'ok' : 'MISSED',
  ]);
  const table = [['figure', 'value', 'baseline', 'ratio', 'bar', ''], ...rows];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    process.stdout.write(
      `${row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
