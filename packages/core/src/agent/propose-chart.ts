import { type ChartSpec, chartSpec } from '@majed-vanna/contract';
import type { RanStatement } from './ran-statement.ts';

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal']);
const WITHOUT_AXIS: ReadonlySet<string> = new Set(['kpi', 'table']);
const MAX_SLICES = 8;

/** Checks a model's chart against the result that it would be drawn of. */
export function proposeChart(
  proposed: unknown,
  statement: Pick<RanStatement, 'execution'> | null,
): { ok: true; chart: ChartSpec } | { ok: false; reason: string } {
  if (statement === null) return { ok: false, reason: 'No statement has run yet: run one, then draw its result.' };
  const parsed = chartSpec.safeParse(proposed);
  if (!parsed.success)
    return {
      ok: false,
      reason: parsed.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; ')
        .slice(0, 500),
    };
  const { columns, rows } = statement.execution;
  const chart = parsed.data;
  const kinds = new Map(columns.map(({ name, kind }) => [name, kind]));
  const known = `The columns are ${columns.map(({ name }) => name).join(', ')}.`;
  const named = [chart.x, ...chart.y, chart.series].filter((name) => name !== null);
  const missing = named.find((name) => !kinds.has(name));
  if (missing !== undefined) return { ok: false, reason: `There is no column ${missing.slice(0, 100)}. ${known}` };
  if (chart.type === 'table') return { ok: true, chart };
  const wordy = chart.y.find((name, index) => !NUMBERS.has(kinds.get(name) ?? '') && !isNumeric(name, index));
  if (wordy !== undefined && chart.type !== 'histogram') return { ok: false, reason: `${wordy} is no number: y takes numbers.` };
  if (chart.y.length === 0 && chart.type !== 'histogram') return { ok: false, reason: `${chart.type} needs a column in y. ${known}` };
  if (chart.x === null && !WITHOUT_AXIS.has(chart.type)) return { ok: false, reason: `${chart.type} needs a column in x. ${known}` };
  if (chart.x !== null && chart.y.includes(chart.x)) return { ok: false, reason: 'x and y name the same column.' };
  if (chart.type === 'pie' && rows.length > MAX_SLICES)
    return { ok: false, reason: `A pie of ${rows.length} slices cannot be read: take bars.` };
  return { ok: true, chart };

  function isNumeric(name: string, _index: number): boolean {
    const at = columns.findIndex((column) => column.name === name);
    return rows.length > 0 && rows.every((row) => row[at] === null || (row[at] !== '' && Number.isFinite(Number(row[at]))));
  }
}
