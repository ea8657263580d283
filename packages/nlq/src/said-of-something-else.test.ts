import { semanticEntryBody } from '@majed-vanna/contract';
import { describe, expect, it } from 'vitest';
import { openExample } from './testing/open-example.ts';

/** Guides lead tours from huts; a tour is led often, and every hut has a plan for each month. */
const GUIDES = `
CREATE TABLE huts (hut_id INTEGER PRIMARY KEY, name TEXT, built_on DATE, valley TEXT);
CREATE TABLE guides (guide_id INTEGER PRIMARY KEY, name TEXT, hut_id INTEGER REFERENCES huts(hut_id), monthly_pay REAL, is_licensed BOOLEAN);
CREATE TABLE tours (tour_id INTEGER PRIMARY KEY, guide_id INTEGER REFERENCES guides(guide_id), walked_on DATE, fee REAL, weather TEXT);
CREATE TABLE losses (loss_id INTEGER PRIMARY KEY, tour_id INTEGER REFERENCES tours(tour_id), gear TEXT);
CREATE TABLE meals (meal_id INTEGER PRIMARY KEY, tour_id INTEGER REFERENCES tours(tour_id), dish TEXT);
INSERT INTO huts VALUES (1,'Larch','1990-01-01','North'),(2,'Birch','2001-01-01','South');
INSERT INTO guides VALUES (1,'Ada',1,2000,1),(2,'Ben',1,2200,0),(3,'Cleo',2,2100,1);
INSERT INTO tours VALUES (1,1,'2025-01-04',50,'sunny'),(2,1,'2025-02-05',70,'rainy'),(3,2,'2025-02-09',40,'sunny'),(4,3,'2024-03-01',90,'rainy'),(5,3,'2025-03-01',30,'rainy');
INSERT INTO losses VALUES (1,1,'rope');
INSERT INTO meals VALUES (1,1,'soup'),(2,2,'bread'),(3,2,'soup');`;

const metric = (key: string, words: string[], expression: string) =>
  semanticEntryBody.parse({
    kind: 'metric',
    key,
    body: { words: { en: words, ar: [] }, table: 'main.tours', expression, dateColumn: 'walked_on' },
  });

const { answer, interpret } = openExample(GUIDES, [
  metric('takings', ['takings'], 'SUM({fee})'),
  metric('active_guides', ['active guides'], 'COUNT(DISTINCT {guide_id})'),
]);

describe('what changes nothing, or is of something else, is not answered', () => {
  it.each([
    'takings in sunny but not rainy',
    'most popular guide',
    'oldest guide in each hut',
    'guides with is licensed 5',
    'tours / guides',
    'takings fell',
    'did takings fall in 2025',
    'guides with takings in 2024 but without takings in 2025',
    'active guides with more than 1 meals',
    'top 1 and bottom 1 guides by takings',
    'takings and tours by hut',
    'guides in huts with more than 1 guides',
    'takings in the evening',
  ])('%s', (question) => expect(interpret(question).kind).not.toBe('answer'));
});

describe('how often something was done', () => {
  it.each([
    ['guides who toured once', ['Ben']],
    ['guides who toured more than 1 times', ['Ada', 'Cleo']],
    ['guides who toured twice', ['Ada', 'Cleo']],
  ] as const)('%s', (question, names) => expect(answer(question).flat().sort()).toEqual(names));
});

it('lists what has one and not the other', () => expect(answer('guides with tours in sunny but not rainy')).toEqual([['Ben']]));

it('ranks the months of a figure, whatever else is monthly', () => {
  expect(answer('best month by takings in 2025')).toEqual([['2025-02', 110]]);
  expect(answer('which month had the lowest takings in 2025')).toEqual([['2025-03', 30]]);
});

it('leaves rows out of the figure that things are ranked by, not the things that have them', () =>
  expect(answer('top 2 guides by takings not rainy')).toEqual([
    ['Ada', 50],
    ['Ben', 40],
  ]));

it('holds a period in which figures fell against the one before it', () =>
  expect(answer('guides whose takings fell in 2025').map(([name]) => name)).toEqual(['Cleo']));
