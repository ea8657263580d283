import { AppError, because, type CasesFormat, type GoldenQuestion, goldenQuestion, issueReason, MAX_CASES } from '@majed-vanna/contract';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

/** Cases as text, to be reviewed and kept beside other files. */
export function writeCases(cases: readonly GoldenQuestion[], format: CasesFormat): string {
  const plain = cases.map(({ question, expected, sql }) => ({ question, expected, ...(sql === null ? {} : { sql }) }));
  return format === 'yaml' ? stringify(plain, { lineWidth: 0 }) : plain.map((one) => `${JSON.stringify(one)}\n`).join('');
}

/**
 * Reads our own files, JSON lines or YAML, and those of question benchmarks (`gold_sql`, one or several).
 * @throws AppError `invalid_input` that names the place
 */
export function readCases(text: string): GoldenQuestion[] {
  const rows = text.trimStart().startsWith('{') ? jsonLines(text) : yamlList(text);
  if (rows.length > MAX_CASES) throw AppError.because('too_large', because('set_full', { most: MAX_CASES }));
  return rows.map((row, index) => {
    const read = goldenQuestion.safeParse(own(row));
    if (read.success) return read.data;
    const issue = read.error.issues[0];
    throw refused(index + 1, `${issue?.path.join('.') ?? ''} ${(issue && issueReason(issue)?.message) ?? issue?.message ?? ''}`.trim());
  });
}

/** Benchmarks name the right statement otherwise, may know several, and mean a refusal where they know none. */
const benchmarkRow = z.object({
  question: z.string(),
  gold_sql: z.union([z.string(), z.array(z.string()), z.null()]),
});

function own(row: unknown): unknown {
  const benchmark = benchmarkRow.safeParse(row);
  if (!benchmark.success) return row;
  const { question, gold_sql: gold } = benchmark.data;
  const sql = [gold].flat()[0] || null;
  return { question, sql, expected: sql === null ? 'refusal' : 'answer' };
}

function jsonLines(text: string): unknown[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .flatMap((line, index) => {
      if (line === '') return [];
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        throw AppError.because('invalid_input', because('case_not_json', { place: index + 1 }));
      }
    });
}

function yamlList(text: string): unknown[] {
  let read: unknown;
  try {
    // Aliases could blow a small file up.
    read = parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    throw AppError.because('invalid_input', because('cases_not_read'), { cause });
  }
  if (!Array.isArray(read)) throw AppError.because('invalid_input', because('cases_no_list'));
  return read;
}

function refused(place: number, problem: string): AppError {
  return AppError.because('invalid_input', because('case_not_right', { place, problem }));
}
