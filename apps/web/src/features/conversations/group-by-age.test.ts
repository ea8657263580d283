import { newId } from '@majed-vanna/contract';
import { expect, it } from 'vitest';
import { groupByAge } from './group-by-age.ts';

const NOW = new Date(2026, 4, 20, 10, 30);
const used = (title: string, updated: Date) => ({
  id: newId('cnv'),
  title,
  dataSourceId: newId('src'),
  createdAt: updated.toISOString(),
  updatedAt: updated.toISOString(),
});

it('groups by the reader’s own days, the newest first', () => {
  const groups = groupByAge(
    [
      used('long ago', new Date(2025, 0, 1)),
      used('last evening', new Date(2026, 4, 19, 23, 59)),
      used('at midnight', new Date(2026, 4, 20, 0, 0)),
      used('just now', new Date(2026, 4, 20, 10, 29)),
      used('last week', new Date(2026, 4, 15)),
      used('weeks ago', new Date(2026, 4, 1)),
    ],
    NOW,
  );
  expect(groups.map(({ age, conversations }) => [age, conversations.map(({ title }) => title)])).toEqual([
    ['today', ['just now', 'at midnight']],
    ['yesterday', ['last evening']],
    ['week', ['last week']],
    ['month', ['weeks ago']],
    ['older', ['long ago']],
  ]);
});
