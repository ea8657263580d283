import { describe, expect, it } from 'vitest';
import { openHarbour } from './testing/open-harbour.ts';

const { answer, interpret } = openHarbour();

describe('the first few of each group', () => {
  it.each(['top boat by income in each harbour', 'best boat per harbour by income', 'boat with the highest income in each harbour'])(
    '%s',
    (question) =>
      expect(answer(question)).toEqual([
        ['Marjan', 'Pearl', 750],
        ['Nakheel', 'Falcon', 2700],
        ['Sahil', 'Breeze', 1400],
      ]),
  );
  it('names the groups in the language of the question', () =>
    expect(answer('أعلى 2 قوارب حسب الدخل في كل ميناء')[0]).toEqual(['الساحل', 'Breeze', 1400]));
  it('counts what each has most of', () =>
    expect(answer('boat with the most trips in each coast')).toEqual([
      ['East', 'Breeze', 1],
      ['West', 'Falcon', 2],
    ]));
  it('takes the first of equals by name', () =>
    expect(answer('top 2 boats by number of trips in each coast').slice(1)).toEqual([
      ['West', 'Falcon', 2],
      ['West', 'Pearl', 2],
    ]));
  it('refuses where a thing would stand in a group more than once', () =>
    expect(interpret('most expensive boat for each extra label').kind).toBe('refuse'));
  it('says it in words', () => {
    const interpretation = interpret('top 2 boats by income in each coast');
    if (interpretation.kind !== 'answer') throw new Error(interpretation.kind);
    expect(interpretation.reading.understood.map(({ text }) => text).join('')).toBe(
      'income per coast and boat, the 2 with the highest income for each coast',
    );
  });
  it('is not broken down further by a follow-up', () => {
    const first = interpret('top boat by income in each harbour');
    if (first.kind !== 'answer') throw new Error(first.kind);
    const next = interpret('and by kind?', first.reading.plan);
    expect(next.kind === 'answer' && next.reading.plan.limitPer !== undefined).toBe(false);
  });
});

describe('the first few by nothing', () => {
  it.each(['top 2 boats', 'best harbour'])('%s: refused where there are no two figures to choose from', (question) =>
    expect(interpret(question).kind).toBe('refuse'),
  );
});
