import { describe, expect, it } from 'vitest';
import { openExample } from './testing/open-example.ts';

/** Villages with bakeries, and the bakers who work in them. */
const BAKERIES = `
CREATE TABLE villages (village_name TEXT PRIMARY KEY, population INTEGER);
CREATE TABLE bakeries (bakery_id INTEGER PRIMARY KEY, name TEXT, village_name TEXT REFERENCES villages(village_name), review_count INTEGER, score REAL);
CREATE TABLE bakers (baker_id INTEGER PRIMARY KEY, name TEXT, bakery_id INTEGER REFERENCES bakeries(bakery_id), salary REAL, age INTEGER);
INSERT INTO villages VALUES ('Aber',100),('Bex',240);
INSERT INTO bakeries VALUES (1,'Crumb','Aber',4,4.5),(2,'Crust','Bex',9,3.5),(3,'Rye','Bex',7,4.8);
INSERT INTO bakers VALUES (1,'Ann',1,1000,51),(2,'Bob',2,2000,33),(3,'Cy',2,1500,27),(4,'Di',2,900,40),(5,'Eve',3,1100,36),(6,'Flo',3,1300,22);`;

const { answer, interpret } = openExample(BAKERIES);

function said(question: string): string {
  const interpretation = interpret(question);
  return interpretation.kind === 'answer' ? interpretation.reading.understood.map(({ text }) => text).join('') : interpretation.kind;
}

describe('every word of a question', () => {
  it('lists things beside what is asked of them', () => {
    expect(answer('List the bakeries and their review count')).toEqual([
      ['Crumb', 4],
      ['Crust', 9],
      ['Rye', 7],
    ]);
  });

  it('answers both halves of "which …, and what is …"', () => {
    expect(answer('Which bakery has the highest score, and what is the score?')).toEqual([['Rye', 4.8]]);
  });

  it('asks for the thing, not the figure, after "most" and an adjective', () => {
    expect(answer('What is the most populous village?')).toEqual([['Bex']]);
  });

  it.each(['cheap bakeries', 'average salary of bakers and moody villages'])(
    'refuses rather than leave out the word that tells which: %s',
    (question) => {
      const interpretation = interpret(question);
      expect(interpretation.kind).toBe('refuse');
    },
  );

  it('names the word that it leaves unread', () => {
    expect(interpret('cheap bakeries')).toMatchObject({
      kind: 'refuse',
      unknownWords: ['cheap'],
      reason: expect.stringContaining('cheap'),
    });
  });

  it('reads an extreme joined to what it is of', () => {
    expect(answer('Which village has the highest-score bakery?')).toEqual([['Bex']]);
  });

  it('knows a table by a word that says little elsewhere', () => {
    const { answer: ask } = openExample(
      `CREATE TABLE record (record_id INTEGER PRIMARY KEY, title TEXT); CREATE TABLE play (play_id INTEGER PRIMARY KEY, record_id INTEGER REFERENCES record(record_id));
      INSERT INTO record VALUES (1,'Reel'),(2,'Jig'); INSERT INTO play VALUES (1,1),(2,1),(3,2);`,
    );
    expect(ask('number of plays of each record')).toEqual([
      ['Reel', 2],
      ['Jig', 1],
    ]);
  });

  it('takes the number before the things as how many of them', () => {
    expect(answer('the 2 bakeries with the highest score')).toEqual([['Rye'], ['Crumb']]);
  });

  it('picks the first few in terms of a figure', () => {
    expect(answer('top 2 bakeries in terms of review count')).toEqual([
      ['Crust', 9],
      ['Rye', 7],
    ]);
  });

  it('tells the first few with how many they have', () => {
    expect(answer('top 2 bakeries with the most bakers')).toEqual([
      ['Crust', 3],
      ['Rye', 2],
    ]);
  });

  it('orders the whole list by "the highest … first"', () => {
    expect(answer('Show the village name and the average score ordered by the highest average score first')).toHaveLength(2);
    expect(answer('names of bakers ordered by how old they are').map(([name]) => name)).toEqual(['Flo', 'Cy', 'Bob', 'Eve', 'Di', 'Ann']);
  });

  it('ranks the whole list where the order is said too', () => {
    expect(answer('Which bakeries have the highest score, ordered by score from highest to lowest?')).toEqual([
      ['Rye'],
      ['Crumb'],
      ['Crust'],
    ]);
  });

  it('names what only a key is called by', () => {
    const { answer: ask } = openExample(
      `CREATE TABLE crew (driver_id INTEGER PRIMARY KEY, name TEXT, wage REAL); INSERT INTO crew VALUES (1,'Ida',10),(2,'Jon',12);`,
    );
    expect(ask('List all drivers and their wage')).toEqual([
      ['Ida', 10],
      ['Jon', 12],
    ]);
  });

  it('passes over the first for the second', () => {
    expect(answer('Who is the second oldest baker?')).toEqual([['Di']]);
    expect(answer('What is the third highest salary?')).toEqual([[1300]]);
    expect(answer('Which bakery has the second most bakers?')).toEqual([['Rye']]);
    expect(said('Who is the second oldest baker?')).toBe('bakers, number 2 by age, highest first');
  });

  it('says of what the number is the highest', () => {
    expect(said('Which bakery has the most bakers?')).toBe('bakery, the one with the highest number of bakers');
  });

  it('picks the first few of each when they were asked of each', () => {
    expect(answer('top 2 bakers per bakery by salary')).toEqual([
      ['Crumb', 'Ann', 1000],
      ['Crust', 'Bob', 2000],
      ['Crust', 'Cy', 1500],
      ['Rye', 'Flo', 1300],
      ['Rye', 'Eve', 1100],
    ]);
  });

  it('does not answer when a superlative found nothing to measure', () => {
    expect(interpret('Which village has the loudest bakery?').kind).not.toBe('answer');
  });
});
