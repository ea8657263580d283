import { expect, it } from 'vitest';
import { openExample } from './testing/open-example.ts';

/** Some shops have no harbour, and some harbours no town. */
const SHOPS = `
CREATE TABLE harbours (harbour_id INTEGER PRIMARY KEY, name TEXT, town TEXT);
CREATE TABLE shops (shop_id INTEGER PRIMARY KEY, name TEXT, harbour_id INTEGER REFERENCES harbours(harbour_id), street TEXT);
INSERT INTO harbours VALUES (1,'North','Bergen'),(2,'South','Stavanger'),(3,'Far',NULL);
INSERT INTO shops VALUES (1,'Ropes',1,'Quay'),(2,'Nets',2,'Lane'),(3,'Hooks',3,NULL),(4,'Sails',NULL,'Lane');`;

const { answer, interpret } = openExample(SHOPS);

it('keeps rows that hold nothing among those that are not called so', () => {
  expect(answer('harbours not in Bergen')).toEqual([['South'], ['Far']]);
  expect(answer('shops not in Quay')).toEqual([['Nets'], ['Hooks'], ['Sails']]);
});

it('keeps rows that go with nothing among those that go with another', () => {
  expect(answer('shops not in Bergen')).toEqual([['Nets'], ['Hooks'], ['Sails']]);
});

it('says that what is empty is listed too', () => {
  const interpretation = interpret('harbours not in Bergen');
  const said = interpretation.kind === 'answer' ? interpretation.reading.understood.map(({ text }) => text).join('') : interpretation.kind;
  expect(said).toBe('harbours, where town is not Bergen or town is not known');
});
