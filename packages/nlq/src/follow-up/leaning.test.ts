import { describe, expect, it } from 'vitest';
import { SHOP } from '../testing/examples.ts';
import { openExample } from '../testing/open-example.ts';

const { engine } = openExample(SHOP);

describe('whether a question can be read without what was asked before it', () => {
  it.each([
    'by city',
    'and by status?',
    'How about by branch?',
    'per city',
    'city',
    'only paid orders',
    'just Riyadh',
    'Riyadh?',
    'what about 2024?',
    'top 5 orders',
    'sort by amount',
    'show them by branch',
    'and their names?',
    'as a share',
    'add the number of branches',
    'with the average amount',
    'by number of branches',
    'أضف عدد الفروع',
    'والآن حسب المدينة؟',
    'حسب المدينة',
  ])('%s: it cannot', (question) => expect(engine.leaning(question)).toBe('leaning'));

  it.each([
    'total amount of orders by city',
    'number of orders by status',
    'How many branches are there?',
    'and how many branches are there?',
    'now show the names of branches',
    'orders in Riyadh',
    'in 2025, the average amount by city',
    'by city, the average amount',
    'branches',
    'which branch has the most orders?',
    'كم عدد الفروع؟',
  ])('%s: it can', (question) => expect(engine.leaning(question)).toBe('whole'));

  it('nobody knows of words that nobody knows', () => expect(engine.leaning('the figure of the board')).toBe('unclear'));
});

it('an answer tells whether it goes on from the plan before', () => {
  const first = engine.interpret('total amount of orders by city', { today: '2025-06-01' });
  if (first.kind !== 'answer') throw new Error(first.kind);
  const next = (question: string) => engine.interpret(question, { today: '2025-06-01', previousPlan: first.reading.plan });
  expect(next('by status')).toMatchObject({ kind: 'answer', goesOn: true });
  expect(next('number of branches by city')).toMatchObject({ kind: 'answer', goesOn: false });
});
