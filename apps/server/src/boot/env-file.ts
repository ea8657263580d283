import { parse } from 'dotenv';

/**
 * Reads the bytes of a `.env` file. A line that dotenv would skip silently is a problem here: a setting that does not
 * take effect is worse than a server that does not start.
 */
export function parseEnvFile(bytes: Uint8Array): { values: Record<string, string>; problems: string[] } {
  const text = decode(bytes);
  if (text === null) return { values: {}, problems: ['this is not a text file; it must hold lines of NAME=value in UTF-8'] };
  const problems = lineProblems(text.split(/\r\n|\n|\r/));
  return { values: problems.length > 0 ? {} : parse(text), problems };
}

function decode(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lineProblems(lines: readonly string[]): string[] {
  const problems: string[] = [];
  const firstLineOf = new Map<string, number>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const number = index + 1;
    if (/^\s*(#.*)?$/.test(line)) continue;
    const assignment = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/.exec(line);
    const name = assignment?.[1];
    if (name === undefined) {
      problems.push(`line ${number}: expected NAME=value`);
      continue;
    }
    const first = firstLineOf.get(name);
    if (first !== undefined) problems.push(`line ${number}: ${name} is set a second time (first on line ${first})`);
    else firstLineOf.set(name, number);
    const end = endOfValue(lines, index, assignment?.[2] ?? '');
    if (end === null) problems.push(`line ${number}: the quote after ${name}= is never closed`);
    index = end ?? index;
  }
  return problems;
}

/** The line on which a value ends: quoted ones may go over several lines. Null when a quote stays open. */
function endOfValue(lines: readonly string[], start: number, value: string): number | null {
  const quote = value[0];
  if (quote !== '"' && quote !== "'" && quote !== '`') return start;
  if (closes(value.slice(1), quote)) return start;
  for (let index = start + 1; index < lines.length; index++) if (closes(lines[index] ?? '', quote)) return index;
  return null;
}

function closes(text: string, quote: string): boolean {
  return text.replaceAll(`\\${quote}`, '').includes(quote);
}
