import type { Cell } from '@majed-vanna/contract';
import type { AnswerFacts, FactColumn } from '../answer/headline/answer-facts.ts';
import { writeHeadline } from '../answer/headline/headline.ts';

export const region: FactColumn = { label: 'Region', role: 'dimension', format: null, currency: null, additive: false };
export const name: FactColumn = { label: 'Name', role: 'detail', format: null, currency: null, additive: false };
export const month: FactColumn = { label: 'Month', role: 'time', format: null, currency: null, additive: false };
export const sales: FactColumn = { label: 'Net sales', role: 'measure', format: 'currency', currency: 'SAR', additive: true };
export const orders: FactColumn = { label: 'Number of orders', role: 'measure', format: 'integer', currency: null, additive: true };
export const average: FactColumn = { label: 'Average basket', role: 'measure', format: 'currency', currency: 'SAR', additive: false };

export const REGIONS: Cell[][] = [
  ['Riyadh', 16_900_000],
  ['Makkah', 13_800_000],
  ['Eastern', 10_400_000],
  ['Asir', 4_300_000],
  ['Northern', 2_800_000],
];

/** What a headline is written of; nothing more is known of it than is given. */
export function facts(columns: readonly FactColumn[], rows: readonly (readonly Cell[])[], more: Partial<AnswerFacts> = {}): AnswerFacts {
  return {
    language: 'en',
    columns,
    rows,
    rowCount: rows.length,
    subject: null,
    period: null,
    order: null,
    limit: null,
    comparison: null,
    ...more,
  };
}

/** The line as a person reads it, figures between asterisks. */
export function line(columns: readonly FactColumn[], rows: readonly (readonly Cell[])[], more: Partial<AnswerFacts> = {}): string {
  return writeHeadline(facts(columns, rows, more))
    .map(({ text, tone }) => (tone === 'plain' ? text : `*${text}*`))
    .join('');
}
