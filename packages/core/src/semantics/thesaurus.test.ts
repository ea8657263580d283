import { describe, expect, it } from 'vitest';
import { createThesaurus } from './thesaurus.ts';

describe('thesaurus', () => {
  const synonymsOf = createThesaurus();

  it.each([
    ['buyer', 'purchaser'],
    ['doctor', 'physician'],
    ['wage', 'salary'],
    ['lawyer', 'attorney'],
    ['heavy', 'weight'],
    ['sell', 'sale'],
    ['sedan', 'car'],
  ])('knows that %s may mean %s', (word, other) => expect(synonymsOf(word)).toContain(other));

  it('finds the first and the last word of its files', () => {
    expect(synonymsOf('zyrian')).toContain('komi');
    expect(synonymsOf('a cappella')).not.toEqual([]);
  });

  it('knows phrases', () => expect(synonymsOf('phone number')).toContain('telephone number'));

  it.each(['', 'qwzxk', '12', '../index', 'مبيعات'])('has nothing to say on "%s"', (word) => expect(synonymsOf(word)).toEqual([]));
});
