import { expect, test } from 'vitest';
import { createSpokenStream } from './spoken-stream.ts';
import { statementIn, withoutCode } from './statement-in-reply.ts';
import { tidySentence } from './tidy-sentence.ts';

const SQL = 'SELECT COUNT(*) AS n FROM customers';
const call = (more: object) => JSON.stringify({ name: 'run_sql', ...more });

test.each([
  ['a fence', `Here:\n\`\`\`sql\n${SQL};\n\`\`\`\nThat is all.`, 'Here:\n\nThat is all.'],
  ['a fence without a label', `\`\`\`\n${SQL}\n\`\`\``, ''],
  ['a fence that begins with comments', `\`\`\`sql\n-- count them\n/* all */\n${SQL}\n\`\`\``, ''],
  ['a fence that is not closed', `Here:\n\`\`\`sql\n${SQL}\n`, 'Here:'],
  ['a fence on one line', `\`\`\`sql ${SQL}\`\`\``, ''],
  ['a fence of postgres', `\`\`\`postgres\n${SQL}\n\`\`\``, ''],
  ['a fence of mariadb', `\`\`\`MariaDB\r\n${SQL}\r\n\`\`\``, ''],
  ['the last statement of several fences', `\`\`\`sql\nSELECT 1\n\`\`\`\n\`\`\`sql\n${SQL}\n\`\`\`\n\`\`\`text\n42\n\`\`\``, ''],
  ['nothing but a statement', SQL, ''],
  ['a statement with a sentence behind it', `-- count\n${SQL};\n\nThis counts all.`, 'This counts all.'],
  ['a call as JSON', call({ arguments: { sql: SQL } }), ''],
  ['a call with its arguments as a text', call({ arguments: JSON.stringify({ sql: SQL }) }), ''],
  ['a call with parameters, in a list', `[${call({ parameters: { sql: SQL } })}]`, ''],
  ['a call in tags', `I count.\n<tool_call>\n${call({ arguments: { sql: SQL } })}\n</tool_call>`, 'I count.'],
  ['a call in a tag that is not closed', `<tool_call>${call({ arguments: { sql: SQL } })}`, ''],
  ['a call in a fence', `\`\`\`json\n${call({ arguments: { sql: SQL } })}\n\`\`\``, ''],
  ['thinking before', `<think>SELECT 1</think>${SQL}`, ''],
])('%s is a statement', (_, reply, prose) => {
  expect(statementIn(reply)).toBe(SQL);
  expect(withoutCode(reply)).toBe(prose);
});

test('a statement with a name for a part of it is one', () => {
  const sql = 'WITH x (n) AS (SELECT 1) SELECT n FROM x';
  expect(statementIn(sql)).toBe(sql);
  expect(statementIn(`\`\`\`sql\n${sql}\n\`\`\``)).toBe(sql);
});

test.each([
  `It could be \`${SQL}\`, but there is no such table.`,
  `You might run ${SQL} yourself.`,
  'Select the branch that you mean.',
  'With four regions, Riyadh leads.',
  '```text\nRiyadh 10\n```',
  '```sql\nDELETE FROM customers\n```',
  call({ arguments: { query: SQL } }),
  JSON.stringify({ name: 'describe_table', arguments: { sql: SQL } }),
  '{"name":"run_sql","arguments":{"sql":',
])('%s is none', (reply) => {
  expect(statementIn(reply)).toBeNull();
});

test('prose stays what it is', () => {
  for (const prose of ['Select the branch that you mean.', 'With four regions, Riyadh leads.']) expect(withoutCode(prose)).toBe(prose);
  expect(withoutCode('{"name":"search_semantics","arguments":{"query":"x"}}')).toBe('');
});

test('a word without end holds nobody up', () => {
  expect(statementIn(`with ${'a'.repeat(90_000)}`)).toBeNull();
  const spoken = createSpokenStream({ language: 'en', figuresAreKnown: () => true });
  for (let pieces = 0; pieces < 2_000; pieces++) spoken.add('[ab [');
  expect(spoken.spoke()).toBe(false);
});

test('marks that turn the direction of others are left out of what is said', () => {
  expect(tidySentence('There are \u202e54321\u202c of them.', 'en')).toBe('There are 54321 of them.');
  const spoken = createSpokenStream({ language: 'en', figuresAreKnown: () => true });
  expect(spoken.add('There are \u202e54321\u202c of them.') + spoken.end()).toBe('There are 54321 of them.');
});

test('a word that has ended is shown at once, one that may go on is not, and neither is an open link', () => {
  const spoken = createSpokenStream({ language: 'en', figuresAreKnown: () => true });
  expect(['There ', 'are m', 'any', ' [of ', 'them'].map(spoken.add)).toEqual(['There', ' are ', '', 'many ', '']);
});
