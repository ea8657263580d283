import { describe, expect, it } from 'vitest';
import { openExample } from './testing/open-example.ts';

/** Both those who send and where they post from have a town. */
const POST = `
CREATE TABLE senders (sender_id INTEGER PRIMARY KEY, name TEXT, town TEXT);
CREATE TABLE offices (office_id INTEGER PRIMARY KEY, name TEXT, town TEXT);
CREATE TABLE parcels (parcel_id INTEGER PRIMARY KEY, sender_id INTEGER REFERENCES senders(sender_id), office_id INTEGER REFERENCES offices(office_id), weight REAL);
INSERT INTO senders VALUES (1,'Ada','Bergen'),(2,'Ben','Molde');
INSERT INTO offices VALUES (1,'North','Bergen'),(2,'South','Molde');
INSERT INTO parcels VALUES (1,1,1,5),(2,1,2,7),(3,2,1,9),(4,2,2,2);`;

const { answer, interpret } = openExample(POST);

describe('two values of one column', () => {
  it.each(['parcels of senders from Bergen in Molde offices', 'number of parcels in Molde from senders in Bergen'])(
    '%s: are not listed together where they are said of different things',
    (question) => expect(interpret(question).kind).not.toBe('answer'),
  );
  it.each(['senders in Bergen and Molde', 'senders in Bergen or in Molde', 'senders from Bergen, Molde'])(
    '%s: are, where they are a list',
    (question) => expect(answer(question)).toEqual([['Ada'], ['Ben']]),
  );
});
