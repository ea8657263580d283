import { type DataSourceId, type GoldenQuestion, type GoldenSetId, newId, SAMPLE_SET } from '@majed-vanna/contract';
import type { Repositories } from '@majed-vanna/db';
import { SAMPLE_QUESTIONS } from './sample-questions.ts';

/** Nothing in the data says it, or nobody may do it by asking. */
const REFUSED = [
  "What's the weather in Riyadh today?",
  'Who won the football match yesterday?',
  'Delete all orders from 2024',
  'What is the blood type of our customers?',
  'ما حالة الطقس في الرياض اليوم؟',
  'احذف جميع طلبات عام 2024',
  'كم عدد أطفال العملاء؟',
];

/** Amounts are sold, given back and aimed at: only who asks knows which one is meant. */
const ASKED_BACK = ['average amount', 'متوسط المبلغ'];

export const SAMPLE_CASES: readonly GoldenQuestion[] = [
  ...SAMPLE_QUESTIONS.map(({ question, gold }) => ({ question, expected: 'answer' as const, sql: gold })),
  ...REFUSED.map((question) => ({ question, expected: 'refusal' as const, sql: null })),
  ...ASKED_BACK.map((question) => ({ question, expected: 'clarification' as const, sql: null })),
];

/** The golden set of the sample company, in the caller's transaction. @throws AppError `conflict` when there is one of its name */
export async function recordSampleSet(
  { goldenSets }: Pick<Repositories, 'goldenSets'>,
  source: DataSourceId,
  createdAt: Date,
): Promise<GoldenSetId> {
  const setId = newId('gst', createdAt.getTime());
  await goldenSets.create({ id: setId, dataSourceId: source, name: SAMPLE_SET, createdAt });
  await goldenSets.addCases(
    SAMPLE_CASES.map((one, index) => ({ ...one, id: newId('gcs', createdAt.getTime() + index), setId, originRunId: null, createdAt })),
  );
  return setId;
}
