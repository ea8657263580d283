import { newId } from '@majed-vanna/contract';
import { expect, it } from 'vitest';
import { mergeTurns, type Turn } from './started-turns.ts';

const turn = (question: string, outcome: Turn['outcome'] = null): Turn => ({
  runId: newId('run'),
  question,
  askedAt: '2026-01-01T00:00:00.000Z',
  outcome,
  events: [],
});

it('shows a question once when the server has it too, as the server has it', () => {
  const first = turn('a', 'answered');
  const started = turn('b');
  const known = { ...started, outcome: 'refused' } as const;
  expect(mergeTurns([first, known], [started, turn('c')]).map(({ question, outcome }) => [question, outcome])).toEqual([
    ['a', 'answered'],
    ['b', 'refused'],
    ['c', null],
  ]);
});
