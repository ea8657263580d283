import type { AnswerEvent } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { applyEvent, EMPTY_RUN, viewOf } from './run-view.ts';

const step = (step: 'execute' | 'guard', state: 'running' | 'done' | 'failed', ms: number | null = null): AnswerEvent => ({
  type: 'step',
  step,
  state,
  detail: {},
  ms,
});
const column = { name: 'n', label: 'N', kind: 'integer', format: null, currency: null } as const;

describe('the picture of a run', () => {
  it('replaces a running step by its end', () => {
    const { steps } = viewOf([step('guard', 'running'), step('guard', 'done', 7)]);
    expect(steps).toEqual([{ step: 'guard', state: 'done', detail: {}, ms: 7 }]);
  });

  it('keeps a failed step when the same one runs again', () => {
    const { steps } = viewOf([
      step('execute', 'running'),
      step('execute', 'failed', 9),
      step('execute', 'running'),
      step('execute', 'done', 3),
    ]);
    expect(steps.map(({ state }) => state)).toEqual(['failed', 'done']);
  });

  it('shows what is being said until a text takes its place', () => {
    const said = viewOf([
      { type: 'text_delta', text: 'Four ' },
      { type: 'text_delta', text: 'regions.' },
    ]);
    expect(said).toMatchObject({ said: 'Four regions.', markdown: '' });
    expect(applyEvent(said, { type: 'text', markdown: '' })).toMatchObject({ said: '', markdown: '' });
  });

  it('joins batches of rows in order', () => {
    const { rows } = viewOf([
      { type: 'columns', columns: [column] },
      { type: 'rows', rows: [[1], [2]] },
      { type: 'rows', rows: [[3]] },
    ]);
    expect(rows).toEqual([[1], [2], [3]]);
  });

  it('drops the rows of a statement that was repaired', () => {
    const { rows } = viewOf([
      { type: 'columns', columns: [column] },
      { type: 'rows', rows: [[1]] },
      { type: 'columns', columns: [column] },
      { type: 'rows', rows: [[2]] },
    ]);
    expect(rows).toEqual([[2]]);
  });

  it('joins pieces of text', () => {
    expect(
      viewOf([
        { type: 'text', markdown: 'One ' },
        { type: 'text', markdown: 'two' },
      ]).markdown,
    ).toBe('One two');
  });

  it('has no outcome before the last event', () => {
    const before = viewOf([step('execute', 'running')]);
    expect(before.outcome).toBeNull();
    expect(applyEvent(before, { type: 'done', outcome: 'answered', totalMs: 12 })).toMatchObject({ outcome: 'answered', totalMs: 12 });
  });

  it('does not change the picture it starts from', () => {
    viewOf([{ type: 'rows', rows: [[1]] }]);
    expect(EMPTY_RUN.rows).toEqual([]);
  });
});
