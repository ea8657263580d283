import { expect, it } from 'vitest';
import { SHOP } from '../testing/examples.ts';
import { openExample } from '../testing/open-example.ts';

const shop = openExample(SHOP);

it.each(['delete all orders', 'Please remove the cancelled orders', 'add a customer', 'احذف كل الطلبات'])(
  'says that it only reads: %s',
  (order) => {
    expect(shop.interpret(order)).toMatchObject({ kind: 'refuse', reason: expect.stringMatching(/only read|أقرأ/), unknownWords: [] });
  },
);

it.each(['change in number of orders by month', 'drop in orders'])('takes no noun for an order: %s', (question) => {
  expect(shop.interpret(question)).not.toMatchObject({ reason: expect.stringMatching(/only read/) });
});

it('leaves what is said of an answer to the answer', () => {
  const before = shop.interpret('number of orders by city');
  if (before.kind !== 'answer') throw new Error('not answered');
  const after = shop.engine.interpret('remove the biggest', { today: '2025-06-30', previousPlan: before.reading.plan });
  expect(after).not.toMatchObject({ reason: expect.stringMatching(/only read/) });
});
