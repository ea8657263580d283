import type { DataToLlm } from '@majed-vanna/contract';
import type { EarlierTurn } from './earlier-turn.ts';
import { seesValues } from './sees-values.ts';
import { sizeOf } from './text-size.ts';

export type Message = { readonly role: 'user'; readonly content: string } | { readonly role: 'assistant'; readonly content: string };

const WHOLE_TURNS = 3;
const MAX_LINE = 240;
const MAX_STATEMENT = 4_000;

/**
 * The conversation so far: the last turns whole, older ones as a line each, the oldest left out first. A statement that
 * may hold values of the data stays out where values may not leave.
 */
export function conversationDigest(earlier: readonly EarlierTurn[], dataToLlm: DataToLlm, budget: number): Message[] {
  const values = seesValues(dataToLlm);
  const telling = earlier.filter(({ mayHoldValues }) => values || !mayHoldValues);
  const whole = telling.slice(-WHOLE_TURNS).map(wholeTurn);
  while (whole.length > 0 && size(whole.flat()) > budget) whole.shift();
  let left = budget - size(whole.flat());
  const lines: string[] = [];
  for (const turn of telling.slice(0, telling.length - whole.length).reverse()) {
    const line = lineOf(turn);
    left -= sizeOf(line) + 1;
    if (left < 0) break;
    lines.unshift(line);
  }
  const older: Message[] =
    lines.length > 0
      ? [
          { role: 'user', content: `Asked earlier in this conversation:\n${lines.join('\n')}` },
          { role: 'assistant', content: 'Noted.' },
        ]
      : [];
  return [...older, ...whole.flat()];

  function wholeTurn(turn: EarlierTurn): Message[] {
    if (turn.kind === 'asked')
      return [
        { role: 'user', content: turn.question },
        { role: 'assistant', content: turn.prompt },
      ];
    const { question, sql, columns, rows } = turn;
    const result = dataToLlm === 'none' ? '' : `\nIt gave ${rows} rows: ${columns.join(', ').slice(0, MAX_LINE)}.`;
    return [
      { role: 'user', content: question },
      { role: 'assistant', content: `\`\`\`sql\n${sql.slice(0, MAX_STATEMENT)}\n\`\`\`${result}` },
    ];
  }
}

function lineOf(turn: EarlierTurn): string {
  const shown = turn.kind === 'answered' && turn.columns.length > 0 ? ` -> ${turn.columns.join(', ')}` : '';
  return `- ${turn.question}${shown}`.slice(0, MAX_LINE);
}

function size(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + sizeOf(content), 0);
}
