import { type ChartSpec, chartType } from '@majed-vanna/contract';
import { type ChartField, chartFields } from './chart-field.ts';
import { MAX_BARS, MAX_CHART_POINTS, MAX_KPIS, MAX_PIE_SLICES, MAX_PIVOT_COLUMNS, MAX_PIVOT_ROWS, MAX_SERIES } from './chart-limits.ts';
import { chartWish } from './chart-wish.ts';
import { type ChartRequest, chooseChart, MAX_TITLE_LENGTH, specOf } from './choose-chart.ts';
import { type Drawing, drawingsFor } from './drawings.ts';

/** What somebody else, e.g. a model, would draw of a result. */
export type ChartProposal = Omit<Drawing, 'comparison'> & Partial<Pick<ChartSpec, 'title' | 'comparison'>>;

export interface ValidatedChart {
  /** The proposal, or the chooser's own chart when it cannot be drawn. */
  readonly chart: ChartSpec;
  /** Why the proposal was not taken, for whoever made it; null when it was. */
  readonly problem: string | null;
}

/** Checks a proposed chart against the result: its columns, their kinds, how much there is to draw; the title is made plain. */
export function validateChartSpec(proposal: ChartProposal, request: ChartRequest): ValidatedChart {
  const fields = chartFields(request.columns, request.rows);
  const problem = problemOf(proposal, fields, request);
  if (problem !== null) return { chart: chooseChart(request), problem };
  const drawing = drawingOf(proposal);
  const drawings = [drawing, ...drawingsFor(fields, request.rows, chartWish('')), ...othersOf(drawing, fields, request)];
  const title = plainText(proposal.title ?? '') || request.title;
  return { chart: specOf(drawing, drawings, fields, { ...request, title }), problem: null };
}

/** The figure of a course of time is the last one, held against the one before: by itself nobody knows which it is. */
function drawingOf({ type, x, y, series, comparison }: ChartProposal): Drawing {
  if (type === 'table') return { type, x: null, y: [], series: null };
  const [column] = y;
  if (comparison) return { type, x, y, series, comparison };
  const overTime = type === 'kpi' && x !== null && column !== undefined;
  return { type, x, y, series, ...(overTime ? { comparison: { against: 'period', column, better: null } } : {}) };
}

/** The same columns as any other type that they can be drawn as. */
function othersOf({ type, x, y, series }: Drawing, fields: readonly ChartField[], request: ChartRequest): Drawing[] {
  if (type === 'table') return [];
  return chartType.options
    .filter((other) => other !== type && other !== 'kpi' && !(other === 'bar' && (series !== null || y.length > 1)))
    .map((other): Drawing => ({ type: other, x, y, series }))
    .filter((other) => problemOf(other, fields, request) === null);
}

function problemOf(proposal: ChartProposal, fields: readonly ChartField[], { rows, complete }: ChartRequest): string | null {
  const { type, x, y, series, comparison } = proposal;
  if (type === 'table') return null;
  const named = [x, ...y, series, comparison?.column ?? null].filter((name) => name !== null);
  const missing = named.find((name) => !fields.some((field) => field.name === name));
  if (missing !== undefined) return `The result has no column ${plainText(missing)}.`;
  if (new Set(y).size !== y.length || y.length > 8) return 'Name each measure once, eight at most.';
  if (rows.length === 0) return 'There are no rows to draw.';
  if (rows.length > MAX_CHART_POINTS) return `A chart shows ${MAX_CHART_POINTS} points at most.`;
  if (complete === false && type !== 'scatter') return 'These are only the first rows of more: a part would mislead.';
  const field = (name: string | null) => fields.find((candidate) => candidate.name === name) ?? null;
  const measures = y.map(field).filter((measure) => measure !== null);
  const notAmount = measures.find(({ nature }) => nature !== 'amount');
  if (notAmount) return `${plainText(notAmount.name)} holds no amounts.`;
  const shape = { x: field(x), measures, series: field(series), rowCount: rows.length };
  return shapeProblem(type, shape) ?? repeatedPlaces(proposal, fields, rows) ?? comparisonProblem(comparison ?? null, shape);
}

interface Shape {
  readonly x: ChartField | null;
  readonly measures: readonly ChartField[];
  readonly series: ChartField | null;
  readonly rowCount: number;
}

function shapeProblem(type: ChartSpec['type'], { x, measures, series, rowCount }: Shape): string | null {
  const one = measures.length === 1;
  if (type === 'kpi') {
    const figures = measures.length > 0 && measures.length <= MAX_KPIS && series === null;
    return figures && (x === null ? rowCount === 1 : x.nature === 'time' && rowCount >= 2 && x.distinct === rowCount && one)
      ? null
      : `A figure needs one row of one to ${MAX_KPIS} amounts, or one amount over time.`;
  }
  if (!x) return 'Name the column of the horizontal axis.';
  if (type === 'histogram') return x.nature === 'amount' && measures.length === 0 ? null : 'A histogram needs an amount as x and no y.';
  if (measures.length === 0) return 'Name at least one measure as y.';
  if (series && !one) return 'With a series column there is one measure.';
  if (type === 'scatter') return x.nature === 'amount' && one ? null : 'A scatter chart needs amounts on both axes.';
  if (type === 'pie')
    return one && !series && !measures[0]?.negative && x.distinct <= MAX_PIE_SLICES && x.distinct > 1
      ? null
      : `A pie needs one measure without negative values and two to ${MAX_PIE_SLICES} slices.`;
  if (type === 'line' || type === 'area')
    return x.nature === 'category' ? 'A line needs time or an amount as x.' : seriesProblem(series, MAX_SERIES);
  if (type === 'heatmap' || type === 'pivot') {
    if (!series || !one) return 'Name a second dimension as series, and one measure.';
    return x.distinct <= (type === 'pivot' ? MAX_PIVOT_ROWS : MAX_BARS) && series.distinct <= MAX_PIVOT_COLUMNS
      ? null
      : 'There are too many rows or columns.';
  }
  if ((type === 'grouped_bar' || type === 'stacked_bar') && !series && one) return 'Name a series column or several measures.';
  return x.distinct <= MAX_BARS ? seriesProblem(series, MAX_SERIES) : `Bars show ${MAX_BARS} groups at most.`;
}

function seriesProblem(series: ChartField | null, most: number): string | null {
  return series && series.distinct > most ? `A chart shows ${most} series at most.` : null;
}

/** Points of a scatter may lie on each other; anything else has one value per place. */
function repeatedPlaces({ type, x, series }: ChartProposal, fields: readonly ChartField[], rows: ChartRequest['rows']): string | null {
  if (type === 'scatter' || type === 'histogram' || type === 'kpi') return null;
  const places = [x, series].filter((name) => name !== null).map((name) => fields.findIndex((field) => field.name === name));
  const seen = new Set(rows.map((row) => JSON.stringify(places.map((place) => row[place] ?? null))));
  return seen.size === rows.length ? null : 'Several rows fall on one place of the chart: aggregate them, or name a series column.';
}

function comparisonProblem(comparison: ChartSpec['comparison'], { measures, x }: Shape): string | null {
  if (!comparison) return null;
  const own = measures[0]?.name === comparison.column;
  return measures.length === 1 && own === (x !== null) ? null : 'A comparison holds one figure against one other column.';
}

/** One line without markup, addresses or signs that cannot be seen. */
function plainText(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|(?:data|javascript|mailto):)\S*/gi, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_TITLE_LENGTH);
}
