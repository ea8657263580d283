import { expect, it } from 'vitest';
import { chooseChart } from '../charts/choose-chart.ts';
import { insteadOfWished } from './chart-words.ts';

const columns = [
  { name: 'city', kind: 'text', role: 'dimension', format: null },
  { name: 'sales', kind: 'decimal', role: 'measure', format: 'number' },
] as const;
const parts = (count: number) => Array.from({ length: count }, (_, at) => [`City ${at}`, 100 - at]);
const drawn = (question: string, count: number) => chooseChart({ columns, rows: parts(count), question, title: 'Sales', ordered: true });
const said = (question: string, count: number, language: 'en' | 'ar') => insteadOfWished(question, drawn(question, count), language);

it('says why the chart that was asked for is another', () => {
  expect(said('sales by city as a pie chart', 14, 'en')).toBe(
    'What was asked for is a pie chart, which needs one figure, never below zero, for 2 to 6 parts. These rows are shown as a bar chart instead.',
  );
  expect(said('المبيعات حسب المدينة في مخطط دائري', 14, 'ar')).toMatch(/المطلوب مخطط دائري، وهو يحتاج إلى رقم واحد .+: مخطط أعمدة\./);
});

it('says nothing of a chart that is as it was asked for, or as the rows suggest', () => {
  expect(said('sales by city as a pie chart', 4, 'en')).toBeNull();
  expect(said('sales by city with grouped bars', 4, 'en')).toBeNull();
  expect(said('sales by city', 14, 'en')).toBeNull();
});
