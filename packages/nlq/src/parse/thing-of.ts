import type { Mention } from './segment.ts';

/** The rows of a table that a mention told of by something else: by a date they have, a kind they are of, a value. */
export function thingOf(mention: Mention, table: number): Mention {
  return {
    ...mention,
    id: mention.id + THING_IDS,
    elements: [{ ref: { kind: 'table', table }, score: 1, withTable: false }],
    values: [],
  };
}

/** Beyond the ids of spoken mentions, which are places in the question. */
const THING_IDS = 2_000_000;
