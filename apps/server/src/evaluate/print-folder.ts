import type { EvaluationScores } from '@majed-vanna/contract';
import { percent } from './percent.ts';

interface Named {
  readonly name: string;
}

interface FolderFigures extends Named {
  readonly scores: EvaluationScores;
  readonly cases: number;
}

const FIGURES = ['cases', 'accuracy', 'loosely', 'precision', 'coverage', 'restraint', 'failed', 'median', 'tokens', 'cost'] as const;
const WIDTH = 9;

/** Head of the table of a benchmark. */
export const folderTitle = (sets: readonly Named[]): string => line(sets, 'set', FIGURES);

/** One set of a benchmark as a line of the table. */
export function folderLine(sets: readonly Named[], { name, cases, scores }: FolderFigures): string {
  const shares = [scores.accuracy, scores.looseAccuracy, scores.precision, scores.coverage, scores.restraint].map(percent);
  const tokens = scores.inputTokens + scores.outputTokens;
  return line(sets, name, [
    ...[String(cases), ...shares, String(scores.counts.failed ?? 0)],
    scores.medianMs === null ? '–' : `${Math.round(scores.medianMs)} ms`,
    ...[String(tokens), scores.cost === null ? 'unknown' : scores.cost.toFixed(2)],
  ]);
}

function line(sets: readonly Named[], name: string, figures: readonly string[]): string {
  const width = Math.max(5, ...sets.map((set) => set.name.length));
  return `${name.padEnd(width)} ${figures.map((text) => text.padStart(WIDTH)).join(' ')}\n`;
}
