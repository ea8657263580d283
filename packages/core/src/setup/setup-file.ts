import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { AppError, type FirstModel, issueReason, type SetupFile, setupFile } from '@majed-vanna/contract';
import type { z } from 'zod';

export interface FileToAdd {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: number;
}

/** What a set-up file asks for, with its files found. */
export interface SetupOrder {
  readonly administrator: SetupFile['administrator'];
  readonly dataSource:
    | { readonly kind: 'sample' }
    | { readonly kind: 'files'; readonly name: string; readonly files: readonly FileToAdd[] };
  readonly languageModel: FirstModel | null;
}

/**
 * Reads a set-up file; paths inside are relative to it.
 * @throws AppError `invalid_input` that names every problem at once, each with its place in the file.
 */
export async function readSetupFile(
  path: string,
  findPasswordProblem: (order: SetupFile['administrator']) => string | null,
): Promise<SetupOrder> {
  const parsed = setupFile.safeParse(parseJson(path, await readText(path)));
  if (!parsed.success) throw invalid(path, parsed.error.issues.map(describeIssue));
  const { administrator, dataSource, languageModel = null } = parsed.data;
  const problems: string[] = [];
  const passwordProblem = findPasswordProblem(administrator);
  if (passwordProblem) problems.push(`administrator.password: ${passwordProblem}`);
  if (dataSource.kind === 'sample') {
    if (problems.length > 0) throw invalid(path, problems);
    return { administrator, dataSource, languageModel };
  }
  const files: FileToAdd[] = [];
  for (const [index, name] of dataSource.paths.entries()) {
    const found = await find(resolve(dirname(path), name));
    if (typeof found === 'string') problems.push(`dataSource.paths[${index}]: ${name} ${found}`);
    else files.push(found);
  }
  if (problems.length > 0) throw invalid(path, problems);
  return { administrator, dataSource: { kind: 'files', name: dataSource.name, files }, languageModel };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new AppError('invalid_input', `The set-up file ${path} cannot be read (${reasonOf(cause)}).`, { cause });
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('invalid_input', `The set-up file ${path} is not JSON: ${reasonOf(cause)}.`, { cause });
  }
}

async function find(path: string): Promise<FileToAdd | string> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return 'is not a file';
    return { path, fileName: basename(path), bytes: found.size };
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'does not exist' : `cannot be read (${reasonOf(error)})`;
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)),
    '',
  );
  return `${place || 'the whole file'}: ${issueReason(issue)?.message ?? issue.message}`;
}

function invalid(path: string, problems: readonly string[]): AppError {
  const lines = problems.map((problem) => `\n  ${problem}`).join('');
  return new AppError('invalid_input', `The set-up file ${path} is not right:${lines}`, { details: { problems: problems.length } });
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
