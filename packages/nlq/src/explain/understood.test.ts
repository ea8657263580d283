import { expect, it } from 'vitest';
import { CLINIC, SHOP } from '../testing/examples.ts';
import { openExample } from '../testing/open-example.ts';

const examples = { clinic: openExample(CLINIC), shop: openExample(SHOP) };

it.each<[keyof typeof examples, string, string]>([
  ['shop', 'How many orders are there in each city?', 'number of orders per city, by number of orders, highest first'],
  ['shop', 'total amount of orders by month in 2025', 'total amount per month, where ordered in 2025'],
  ['shop', 'orders in 2025 compared with 2024', 'number of orders per year, where ordered in 2025 or in 2024'],
  ['clinic', 'number of owners per vet', 'number of owners per vet, by number of owners, highest first'],
  ['clinic', 'How many different towns of owners are there?', 'number of different towns'],
  ['clinic', 'List the names of all vets', 'vets'],
  ['clinic', 'What are the names and towns of owners?', 'name and town of owners'],
  ['clinic', 'How many visits in March 2025?', 'number of visits, where visited on 1 Mar 2025 – 31 Mar 2025'],
])('%s: %s', (example, question, words) => {
  const interpretation = examples[example].interpret(question);
  if (interpretation.kind !== 'answer') throw new Error(JSON.stringify(interpretation));
  expect(interpretation.reading.understood.map(({ text }) => text).join('')).toBe(words);
});
