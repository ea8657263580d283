import { expect, test } from 'vitest';
import { featureNames } from './feature-names.ts';

test('one noun is spelled as each room spells it', () => {
  expect(featureNames('saved-query', [])).toEqual({
    kebab: 'saved-query',
    kebabPlural: 'saved-queries',
    camel: 'savedQuery',
    camelPlural: 'savedQueries',
    pascal: 'SavedQuery',
    table: 'saved_queries',
    words: 'saved query',
    wordsPlural: 'saved queries',
    absent: 'no_such_saved_query',
    prefix: 'svd',
  });
});

test('an id prefix that is taken is not given again', () => {
  expect(featureNames('board', ['brd']).prefix).not.toBe('brd');
});

test.each(['SavedQuery', 'saved_query', '2d', 'saved-', ''])('%j is refused with an example of a good name', (name) => {
  expect(() => featureNames(name, [])).toThrow(/saved-question/);
});
