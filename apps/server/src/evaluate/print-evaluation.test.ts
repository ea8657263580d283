import { dataSourceId, type EvaluationRun, type EvaluationScores, evaluationRunId, goldenSetId, newId } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { comparisonText } from './print-evaluation.ts';

const scores: EvaluationScores = {
  counts: {},
  accuracy: 0.5,
  looseAccuracy: 0.5,
  precision: 1,
  coverage: 0.5,
  restraint: null,
  medianMs: 12,
  inputTokens: 0,
  outputTokens: 0,
  cost: 0,
  byModel: null,
};
const run: EvaluationRun = {
  id: evaluationRunId.parse(newId('evl')),
  dataSourceId: dataSourceId.parse(newId('src')),
  setId: goldenSetId.parse(newId('gst')),
  setName: 'Sample company',
  engine: 'current',
  model: null,
  semanticVersion: 1,
  withChanges: false,
  state: 'finished',
  total: 10,
  done: 10,
  scores,
  startedBy: 'huda',
  startedAt: '2026-03-10T09:00:00.000Z',
  finishedAt: '2026-03-10T09:01:00.000Z',
};
const compared = (before: EvaluationRun, after: EvaluationRun) =>
  comparisonText({ before, after, nowRight: [], nowWrong: [], otherwise: [], compared: 10 });

test('figures that only one of two evaluations has stand beside a dash', () => {
  const byModel = { ...run, scores: { ...scores, byModel: 4 } };
  expect(compared(run, byModel)).toMatch(/by the model +– → 4\n/);
  expect(compared(byModel, run)).toMatch(/by the model +4 → –\n/);
});

test('an evaluation that ended early gives no share, but how long its answers took', () => {
  const stopped = compared({ ...run, state: 'cancelled', done: 3 }, run);
  expect(stopped).toMatch(/cases +3 → 10\n/);
  expect(stopped).toMatch(/accuracy +– → 50.+\n/);
  expect(stopped).toMatch(/median time +12 ms → 12 ms\n/);
});
