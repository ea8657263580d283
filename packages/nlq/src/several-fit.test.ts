import { semanticEntryBody } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { openExample } from './testing/open-example.ts';

/** A library lends books for a fee and fines those who are late; both are amounts. */
const LIBRARY = `
CREATE TABLE loans (loan_id INTEGER PRIMARY KEY, lent_on DATE, paid_amount REAL);
CREATE TABLE fines (fine_id INTEGER PRIMARY KEY, loan_id INTEGER REFERENCES loans(loan_id), charged_amount REAL);
CREATE TABLE works (work_id INTEGER PRIMARY KEY, title TEXT);
INSERT INTO loans VALUES (1,'2025-01-01',2),(2,'2025-02-01',4);
INSERT INTO fines VALUES (1,1,10);`;
const column = (key: string, arabic: string) =>
  semanticEntryBody.parse({ kind: 'column', key: `main.${key}`, body: { words: { ar: [arabic] } } });

const { interpret, answer } = openExample(LIBRARY, [
  column('loans.paid_amount', 'المبلغ المدفوع'),
  column('fines.charged_amount', 'المبلغ المستحق'),
]);

describe('a word that several columns end in', () => {
  it.each(['average amount', 'total amount', 'متوسط المبلغ'])('%s: which one is asked', (question) => {
    const interpretation = interpret(question);
    if (interpretation.kind !== 'ask') throw new Error(interpretation.kind);
    expect(interpretation.readings).toHaveLength(2);
    for (const { question: again, sql } of interpretation.readings) {
      const settled = interpret(again);
      expect(settled.kind === 'answer' ? settled.reading.sql : settled.kind).toBe(sql);
    }
  });
  it('is settled by the table that is said', () => expect(answer('average amount of fines')).toEqual([[10]]));
  it('is settled by its own name', () => expect(answer('average paid amount')).toEqual([[3]]));
});

it.each(['average paid amount of works', 'paid amount and work'])('does not pass over the name of a table: %s', (question) =>
  expect(interpret(question).kind).not.toBe('answer'),
);
