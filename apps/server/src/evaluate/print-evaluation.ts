import {
  type EvaluationComparison,
  type EvaluationResult,
  type EvaluationRun,
  type EvaluationScores,
  isGoodVerdict,
  verdict,
} from '@majed-vanna/contract';
import { percent } from './percent.ts';

/** Figures of an evaluation and the cases that went wrong, as a person reads them in a terminal. */
export function evaluationText(title: string, scores: EvaluationScores, results: readonly EvaluationResult[]): string {
  const counts = verdict.options.filter((one) => scores.counts[one]).map((one) => `${one.replaceAll('_', ' ')} ${scores.counts[one]}`);
  const wrong = results.filter((result) => !isGoodVerdict(result.verdict));
  return [
    `${title}: ${results.length} cases`,
    ...[...sharesOf(scores), ...effortOf(scores)].map(([name, value]) => `  ${name.padEnd(14)} ${value}`),
    `  ${counts.join(', ')}`,
    ...wrong.map((result) => `  ${result.verdict.replaceAll('_', ' ').padEnd(17)} ${printable(result.question)}`),
    '',
  ].join('\n');
}

export function comparisonText({ before, after, nowRight, nowWrong, otherwise, compared }: EvaluationComparison): string {
  const earlier = new Map(figuresOfRun(before));
  const later = new Map(figuresOfRun(after));
  const names = [...new Set([...later.keys(), ...earlier.keys()])];
  const lines = (name: string, changes: typeof nowRight) => [
    `${name}: ${changes.length}`,
    ...changes.map(({ before, after }) => `  ${before.verdict} → ${after.verdict}  ${printable(after.question)}`),
  ];
  return [
    `Compared ${compared} cases`,
    ...names.map((name) => `  ${name.padEnd(14)} ${earlier.get(name) ?? '–'} → ${later.get(name) ?? '–'}`),
    ...lines('now right', nowRight),
    ...lines('now wrong', nowWrong),
    ...lines('wrong otherwise', otherwise),
    '',
  ].join('\n');
}

type Figure = [name: string, value: string];

/** A share of an evaluation that ended early could be read as one of all its cases. */
function figuresOfRun({ scores, done, total }: EvaluationRun): Figure[] {
  if (!scores) return [];
  return [['cases', String(done)], ...(done < total ? [] : sharesOf(scores)), ...effortOf(scores)];
}

function sharesOf(scores: EvaluationScores): Figure[] {
  return [
    ['accuracy', percent(scores.accuracy)],
    ['loosely right', percent(scores.looseAccuracy)],
    ['precision', percent(scores.precision)],
    ['coverage', percent(scores.coverage)],
    ['restraint', percent(scores.restraint)],
  ];
}

function effortOf(scores: EvaluationScores): Figure[] {
  return [
    ...(scores.byModel ? [['by the model', String(scores.byModel)] satisfies Figure] : []),
    ['median time', scores.medianMs === null ? '–' : `${Math.round(scores.medianMs)} ms`],
    ['tokens', `${scores.inputTokens} in, ${scores.outputTokens} out`],
    ['cost', scores.cost === null ? 'unknown' : scores.cost.toFixed(4)],
  ];
}

/** Control characters of a question must not steer the terminal. */
const printable = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
