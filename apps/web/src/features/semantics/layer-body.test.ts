import type { LayerThing } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { bodyOf, isGuess, keyFrom, nameOf, statesOf, tidyWords } from './layer-body.ts';

const draft = { words: { en: ['orders'] }, description: null, displayColumn: null, plural: {} };
const published = { ...draft, words: { en: ['purchases'] } };
const guess: LayerThing = {
  kind: 'table',
  key: 'main.orders',
  origin: 'guess',
  evidence: [],
  stale: null,
  published: null,
  draft,
  change: null,
  stamp: '',
};
const waiting = { id: 'chg_00000000000000000000000000', origin: 'edited', body: published } as const;
// The id is one by its pattern.
const changed = { ...guess, change: waiting } as unknown as Extract<LayerThing, { kind: 'table' }>;

describe('a thing of the layer', () => {
  it('is a guess until someone says something', () => {
    expect(isGuess(guess)).toBe(true);
    expect(statesOf(guess)).toEqual(['guess']);
    expect(isGuess(changed)).toBe(false);
    expect(statesOf(changed)).toEqual(['pending']);
  });

  it('is edited from what waits, else what holds, else the draft', () => {
    expect(bodyOf<'table'>(changed)?.words.en).toEqual(['purchases']);
    expect(bodyOf<'table'>({ ...guess, published })?.words.en).toEqual(['purchases']);
    expect(bodyOf<'table'>(guess)?.words.en).toEqual(['orders']);
  });

  it('says that it goes, and that it is stale', () => {
    const stale = { reason: 'column_gone', subject: 'main.orders.x', detail: null } as const;
    expect(statesOf({ ...guess, published, stale, origin: 'imported' })).toEqual(['stale', 'imported']);
    expect(statesOf({ ...changed, change: { ...changed.change, body: null } } as LayerThing)).toEqual(['removed']);
  });
});

it('names a thing in the other language rather than by its key', () => {
  expect(nameOf({ en: ['order'] }, 'ar', 'main.orders')).toBe('order');
  expect(nameOf({}, 'ar', 'main.orders')).toBe('main.orders');
});

it('drops what was left empty', () => {
  expect(tidyWords({ en: ['', ' net  '], ar: [' '] })).toEqual({ en: ['net'] });
});

it.each([
  [{ en: ['Net revenue (after tax)'] }, 'net_revenue_after_tax'],
  [{ ar: ['صافي المبيعات'] }, 'صافي_المبيعات'],
  [{}, ''],
])('makes a key from %j', (words, key) => {
  expect(keyFrom(words)).toBe(key);
});
