import { type ConversationId, newId } from '@majed-vanna/contract';
import { startFakeLlm, text, tool } from '@majed-vanna/fake-llm';
import { questionKey } from '@majed-vanna/nlq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAgent } from '../agent/create-agent.ts';
import { analyst, createAnswering } from '../testing/answering.ts';
import { searchByWords } from '../testing/search-by-words.ts';
import { askedQuestion } from './asked-question.ts';

const OF_MODEL = 'SELECT region, COUNT(*) AS clients FROM customers GROUP BY region ORDER BY region';
const BY_HAND = 'SELECT category, SUM(amount) AS total FROM orders GROUP BY category';

type House = Awaited<ReturnType<typeof createAnswering>>;
let alone: House;
beforeAll(async () => {
  alone = await createAnswering();
});
afterAll(() => alone[Symbol.asyncDispose]());

async function runByHand(house: House, question = 'number of orders by region'): Promise<ConversationId> {
  const { runId, conversationId } = await house.ask(question);
  const { runId: again } = await house.answers.rerun(analyst, { runId, sql: BY_HAND });
  await house.listen(again);
  return conversationId;
}

describe('behind a question that was refused', () => {
  it.each(['by region', 'only Riyadh region', 'and by category?'])('"%s" goes on from nothing', async (question) => {
    const { conversationId } = await alone.ask('the blood type of clients');
    const { of } = await alone.ask(question, { conversationId });
    expect(of('refusal')[0]?.reason).toMatch(/Nothing was answered yet/);
    expect(of('sql')).toEqual([]);
  });

  it('says so in Arabic too', async () => {
    const { conversationId } = await alone.ask('فصيلة دم العملاء');
    const { of } = await alone.ask('والآن حسب المنطقة؟', { conversationId });
    expect(of('refusal')[0]?.reason).toMatch(/لا توجد إجابة سابقة/);
  });

  it('reads a whole question', async () => {
    const { conversationId } = await alone.ask('the blood type of clients');
    const { of } = await alone.ask('number of orders by category', { conversationId });
    expect(of('done')).toMatchObject([{ outcome: 'answered' }]);
  });

  it('goes on from the answer before it', async () => {
    const { conversationId } = await alone.ask('number of orders by region');
    await alone.ask('the blood type of clients', { conversationId });
    const { of } = await alone.ask('only Riyadh', { conversationId });
    expect(of('sql')[0]?.sql).toMatch(/COUNT\(\*\).*WHERE.*region = 'Riyadh'/s);
  });
});

describe('behind an answer without a plan', () => {
  it.each(['by category', 'and by region?', 'How about by category?', 'only Riyadh', 'category'])(
    '"%s" is not read as if nothing had been asked before',
    async (question) => {
      const { of } = await alone.ask(question, { conversationId: await runByHand(alone) });
      expect(of('done')).toMatchObject([{ outcome: 'refused' }]);
      expect(of('refusal')[0]?.reason).toMatch(/ask the whole question/);
      expect(of('sql')).toEqual([]);
    },
  );

  it('says so in Arabic too', async () => {
    const { of } = await alone.ask('والآن حسب المنطقة؟', { conversationId: await runByHand(alone) });
    expect(of('refusal')[0]?.reason).toMatch(/اكتب السؤال كاملاً/);
  });

  it('reads a whole question, and goes on from that one again', async () => {
    const conversationId = await runByHand(alone);
    const whole = await alone.ask('number of orders by category', { conversationId });
    expect(whole.of('done')).toMatchObject([{ outcome: 'answered' }]);
    const next = await alone.ask('by region', { conversationId });
    expect(next.of('sql')[0]?.sql).toMatch(/COUNT\(\*\).*region/s);
  });

  it('takes a reply to what the model asked back to the model, with its question', async () => {
    await using llm = await startFakeLlm();
    const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
    const agent = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords() });
    await using house = await createAnswering({ agent });
    llm.say(text('Do you mean by region or by category?'), tool('run_sql', { sql: BY_HAND }), text('By category.'));
    const { conversationId, of: first } = await house.ask('Where does our clientele dwell?');
    expect(first('done')).toMatchObject([{ outcome: 'needs_clarification' }]);
    const { of, runId } = await house.ask('by category', { conversationId });
    expect(of('sql')).toMatchObject([{ sql: BY_HAND }]);
    const answer = (await house.database.repositories.answers.getById(runId)) ?? expect.unreachable();
    expect(await askedQuestion(house, answer)).toMatchObject({ whole: false, before: ['Where does our clientele dwell?'] });
    const { messages } = JSON.parse(llm.requests.at(1)?.body ?? '{}');
    expect(messages.slice(1, 4).map(({ content }: { content: string }) => content)).toEqual([
      'Where does our clientele dwell?',
      'Do you mean by region or by category?',
      expect.stringContaining('by category'),
    ]);
  });

  it('asks the model, which knows what was asked before', async () => {
    await using llm = await startFakeLlm();
    const endpoint = { provider: 'compatible', baseUrl: llm.baseUrl, model: 'test-model', apiKey: null } as const;
    const agent = createAgent({ models: { endpointFor: async () => endpoint }, search: searchByWords() });
    await using house = await createAnswering({ agent });
    llm.say(tool('run_sql', { sql: OF_MODEL }), text('In four regions.'), tool('run_sql', { sql: BY_HAND }), text('By category.'));
    const { conversationId } = await house.ask('Where does our clientele dwell?');
    const { of } = await house.ask('by category', { conversationId });
    expect(of('receipt')).toMatchObject([{ receipt: { engine: 'model' } }]);
    expect(of('sql')).toMatchObject([{ sql: BY_HAND }]);
    expect(llm.requests.at(-1)?.body).toContain('clientele dwell');
  });
});

describe('behind an answer of the engine', () => {
  it('does not answer something else when the plan cannot be changed so', async () => {
    const { conversationId } = await alone.ask('average temperature by sensor');
    const { of } = await alone.ask('and by category?', { conversationId });
    expect(of('done')).toMatchObject([{ outcome: 'refused' }]);
    expect(of('refusal')[0]?.reason).toMatch(/cannot be changed like this/);
  });

  it.each(['add the number of customers', 'with the number of customers', 'by number of customers'])(
    'does not give another figure alone: %s',
    async (question) => {
      const { conversationId } = await alone.ask('number of orders by category');
      const { of } = await alone.ask(question, { conversationId });
      expect(of('refusal')[0]?.reason).toMatch(/cannot be changed like this/);
      expect(of('sql')).toEqual([]);
    },
  );
});

describe('a confirmed question', () => {
  async function confirmed(house: House, question: string, sql: string) {
    const at = new Date('2026-03-10T08:00:00Z');
    const { verifiedQuestions } = house.database.repositories;
    const status = { status: 'verified', origin: 'saved', author: analyst.userId, language: 'en', createdAt: at } as const;
    const id = newId('vfq');
    await verifiedQuestions.create({ id, dataSourceId: house.source.id, question, questionKey: questionKey(question), sql, ...status });
  }

  it('does not answer the same words where they go on from an answer', async () => {
    await using house = await createAnswering();
    await confirmed(house, 'by category', BY_HAND);
    const first = await house.ask('number of customers by region');
    const { of } = await house.ask('by category', { conversationId: first.conversationId });
    expect(of('receipt')[0]?.receipt.engine).not.toBe('verified');
    expect((await house.ask('by category')).of('receipt')[0]?.receipt.engine).toBe('verified');
  });

  it('can be gone on from when the engine reads it to the same statement', async () => {
    await using house = await createAnswering();
    const { of: before } = await house.ask('number of orders by region');
    await confirmed(house, 'number of orders by region', before('sql')[0]?.sql ?? '');
    const { of, conversationId } = await house.ask('number of orders by region');
    expect(of('receipt')[0]?.receipt).toMatchObject({ engine: 'verified', verified: { question: 'number of orders by region' } });
    expect(of('rows')[0]?.rows).toHaveLength(4);
    const next = await house.ask('by category', { conversationId });
    expect(next.of('done')).toMatchObject([{ outcome: 'answered' }]);
    expect(next.of('sql')[0]?.sql).toMatch(/COUNT\(\*\).*category/s);
  });
});
