import type { ConversationId, DataPolicy } from '@majed-vanna/contract';
import { policyFromSnapshot } from '@majed-vanna/sql';
import { expect, it } from 'vitest';
import type { PolicyFor } from '../results/result-reader.ts';
import { analyst, createAnswering } from '../testing/answering.ts';

type House = Awaited<ReturnType<typeof createAnswering>>;

async function offeredAfter(house: House, sql: string, question = 'number of orders') {
  const { runId, conversationId } = await house.ask(question);
  const { runId: again } = await house.answers.rerun(analyst, { runId, sql });
  const events = await house.listen(again);
  return { conversationId, questions: events.flatMap((event) => (event.type === 'suggestions' ? event.questions : [])) };
}

async function answersOf(house: House, questions: readonly string[], conversationId: ConversationId) {
  const outcomes: string[] = [];
  for (const question of questions) {
    const { of } = await house.ask(question, { conversationId });
    outcomes.push(`${of('receipt')[0]?.receipt.engine} ${of('done')[0]?.outcome} ${of('sql')[0]?.sql}`);
  }
  return outcomes;
}

it('an answer without a plan offers what its tables tell besides, and each is answered when it is asked', async () => {
  await using house = await createAnswering();
  const counted = await offeredAfter(house, 'SELECT region, COUNT(*) AS n FROM customers GROUP BY region');
  expect(counted.questions).toEqual([]);
  const { questions, conversationId } = await offeredAfter(house, 'SELECT order_date, COUNT(*) AS n FROM orders GROUP BY order_date');
  expect(questions).toEqual(['Number of orders by category']);
  expect(await answersOf(house, questions, conversationId)).toEqual([expect.stringMatching(/^embedded answered .*COUNT\(\*\)/s)]);
});

it('offers nothing after a result that no known figure is made of', async () => {
  await using house = await createAnswering();
  expect((await offeredAfter(house, 'SELECT name FROM customers')).questions).toEqual([]);
});

it('does not offer what the asker may not read', async () => {
  const withoutRegion: PolicyFor = async (_actor, _source, { snapshot }) => hidden(policyFromSnapshot(snapshot), 'region');
  await using free = await createAnswering();
  await using bound = await createAnswering({ policyFor: withoutRegion });
  const offered = async (house: House) => {
    const { of } = await house.ask('number of customers');
    expect(of('done')).toMatchObject([{ outcome: 'answered' }]);
    return of('suggestions').flatMap(({ questions }) => questions);
  };
  expect(await offered(free)).toContain('By region');
  expect(await offered(bound)).not.toContain('By region');
});

function hidden(policy: DataPolicy, column: string): DataPolicy {
  const tables = Object.entries(policy.tables).map(([name, table]): [string, typeof table] => [
    name,
    { ...table, columns: table.columns.filter((one) => one !== column), hidden: [column] },
  ]);
  return { ...policy, tables: Object.fromEntries(tables) };
}
