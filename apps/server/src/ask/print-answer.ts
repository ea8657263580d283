import type { CollectedAnswer } from './collected-answer.ts';
import { terminalTable } from './terminal-table.ts';

export interface Terminal {
  readonly columns: number;
  readonly colours: boolean;
}

const TONES = { plain: '', figure: '\u001b[1m', up: '\u001b[1;32m', down: '\u001b[1;31m' } as const;
const [DIM, RESET] = ['\u001b[2m', '\u001b[0m'];

/** An answer as a person reads it in a terminal. */
export function answerText(answer: CollectedAnswer, terminal: Terminal, maxRows: number): string {
  switch (answer.outcome) {
    case 'answered':
      return answeredText(answer, terminal, maxRows);
    case 'needs_clarification':
      return [
        answer.clarification?.prompt ?? '',
        ...(answer.clarification?.options ?? []).map(
          ({ id, label, question }) => `  ${id}. ${label}${label === question ? '' : `: "${question}"`}`,
        ),
        '',
      ].join('\n');
    case 'refused':
      return [
        answer.refusal?.reason ?? '',
        ...(answer.refusal?.refusal ? [`${answer.refusal.refusal.message} (${answer.refusal.refusal.code})`] : []),
        ...listed(answer.language === 'ar' ? 'يمكنك أن تسأل:' : 'You can ask:', answer.refusal?.suggestions ?? []),
        '',
      ].join('\n');
    case 'failed':
      return `${answer.error?.message ?? ''}${answer.error?.requestId ? ` (${answer.error.requestId})` : ''}\n`;
  }
}

function answeredText(answer: CollectedAnswer, { columns, colours }: Terminal, maxRows: number): string {
  const paint = (text: string, code: string) => (colours && code ? `${code}${text}${RESET}` : text);
  const understood = answer.understanding?.parts.map(({ text }) => text).join('') ?? '';
  const shown = answer.rows.slice(0, maxRows);
  const total = answer.receipt?.rows.returned ?? answer.rows.length;
  const arabic = answer.language === 'ar';
  const count = shown.length < total ? `${shown.length} / ${total.toLocaleString('en')}` : total.toLocaleString('en');
  return [
    answer.headline.map(({ text, tone }) => paint(text, TONES[tone])).join(''),
    ...(understood ? [paint(`${arabic ? 'فُهم على أنه' : 'Understood as'} ${understood}`, DIM)] : []),
    '',
    terminalTable(answer.columns, shown, columns),
    paint(`${count} ${arabic ? 'صفوف' : total === 1 ? 'row' : 'rows'} · ${Math.round(answer.totalMs)} ms`, DIM),
    ...(answer.text ? [answer.text] : []),
    ...listed(arabic ? 'بعد ذلك:' : 'Next:', answer.suggestions),
    '',
  ].join('\n');
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}
