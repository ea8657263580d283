import { expect, test } from 'vitest';
import { z } from 'zod';
import { goldenQuestion, issueReason, setupFile, username } from './index.ts';

test.each([
  [z.object({ a: z.string() }), {}, 'a', 'is missing'],
  [z.string(), 7, '', 'must be text'],
  [z.number(), 'x', '', 'must be a number'],
  [z.int(), 1.5, '', 'must be a whole number'],
  [z.string().min(1), '', '', 'must not be empty'],
  [z.string().min(15), 'short', '', 'must have at least 15 characters'],
  [z.string().max(3), 'long', '', 'may have at most 3 characters'],
  [z.array(z.string()).min(1), [], '', 'must have at least 1 of them'],
  [z.number().max(4), 5, '', 'may be at most 4'],
  [z.enum(['a', 'b']), 'c', '', 'must be one of: a, b'],
  [z.strictObject({}), { odd: 1 }, '', 'has something that is not known here: odd'],
  [z.iso.date(), 'tomorrow', '', 'is not valid'],
  [username, 'a b', '', '3 to 64 letters, digits, dots, dashes, underscores or @'],
  [goldenQuestion, { question: 'How many?' }, 'sql', 'an answer needs its statement, anything else has none'],
  [
    setupFile,
    { administrator: { username: 'amina', password: 'short' }, dataSource: { kind: 'sample' } },
    'administrator.password',
    'must have at least 15 characters',
  ],
])('%#: what is wrong is said in our words', (schema: z.ZodType, given, path, message) => {
  const [issue] = schema.safeParse(given).error?.issues ?? [];
  expect([issue?.path.join('.'), issue && issueReason(issue)?.message]).toEqual([path, message]);
});

test('a check with words of its own keeps them', () => {
  const [issue] =
    z
      .string()
      .refine(() => false, 'must be better')
      .safeParse('x').error?.issues ?? [];
  expect([issue && issueReason(issue), issue?.message]).toEqual([null, 'must be better']);
});
