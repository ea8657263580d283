import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

/** A question with known answers, as a benchmark brings it. */
export interface KnownQuestion {
  readonly id: string;
  /** Name of its database. */
  readonly db: string;
  readonly question: string;
  /** Right answers; empty when the right reaction is to refuse. */
  readonly golds: readonly string[];
  readonly tags: readonly string[];
  /** ISO date the question was asked on. */
  readonly today: string;
  readonly expectedChart: string | null;
}

export interface QuestionSet {
  readonly name: string;
  /** What a good engine does with its questions. */
  readonly reaction: 'answer' | 'refuse' | 'ask';
  readonly folder: string;
  readonly questions: readonly KnownQuestion[];
}

/** Sets of a folder, one per question file, plus one per alternative wording. @throws Error when the folder holds none. */
export function readSets(dir: string, note: (text: string) => void): QuestionSet[] {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new Error(`there is no folder ${dir}`);
  const root = existsSync(join(dir, 'dev')) ? join(dir, 'dev') : dir;
  const folders = holdsQuestions(root) ? [root] : subfolders(root).filter(holdsQuestions);
  if (folders.length === 0) {
    const packed = readdirSync(root).find((name) => name.endsWith('.tar.gz'));
    throw new Error(
      packed ? `${root} holds no set of questions: unpack ${packed} and give the unpacked folder` : `${root} holds no set of questions`,
    );
  }
  return folders.flatMap((folder) => {
    if (existsSync(join(folder, 'db'))) return readFolder(folder);
    note(`${basename(folder)}: skipped, it has schemas but no databases`);
    return [];
  });
}

/** Of the sets with one of these names, or of a part with that name; of all when none is named. @throws Error when no set is left */
export function chooseSets(sets: readonly QuestionSet[], names: readonly string[]): QuestionSet[] {
  const chosen = sets.filter(({ name }) => names.length === 0 || names.some((wanted) => name === wanted || name.startsWith(`${wanted}/`)));
  if (chosen.length > 0) return chosen;
  throw new Error(`no set is called ${names.join(' or ')}; there is: ${sets.map(({ name }) => name).join(', ')}`);
}

/** The first questions of a set; those whose known answer is wrong or empty say nothing, and are left out. */
export function askedOf({ questions }: QuestionSet, limit: number): KnownQuestion[] {
  return questions.filter(({ tags }) => !tags.includes('gold-error') && !tags.includes('gold-empty')).slice(0, limit);
}

export const databaseFile = (set: QuestionSet, db: string) => join(set.folder, 'db', `${db}.sqlite`);

/** The same database filled with other rows: a right statement is right on all of them. */
export function variantFiles(set: QuestionSet, db: string): string[] {
  const folder = join(set.folder, 'variants', db);
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function readFolder(folder: string): QuestionSet[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((file) => {
    const variant = basename(file, '.jsonl').replace(/^questions_?/, '');
    const rows = readRows(join(folder, file));
    const reaction = variant.startsWith('unanswerable') ? 'refuse' : variant.startsWith('ambiguous') ? 'ask' : 'answer';
    const name = basename(folder) + (variant ? `/${variant}` : '');
    const sets: QuestionSet[] = [{ name, reaction, folder, questions: rows.map((row) => question(row, row.question)) }];
    const reworded = rows.flatMap((row) => (row.question_syn ? [question(row, row.question_syn)] : []));
    if (reworded.length > 0) sets.push({ name: `${name}/syn`, reaction, folder, questions: reworded });
    return sets;
  });
}

/** A line as it stands in the file; what is not named here is not read. */
const row = z.object({
  id: z.string(),
  // It names a file: none of another folder.
  db: z.string().regex(/^[^/\\]+$/),
  question: z.string().trim().min(1),
  question_syn: z.string().nullish(),
  gold_sql: z.union([z.string(), z.array(z.string())]).nullish(),
  gold_sql_alternatives: z.array(z.string()).nullish(),
  tags: z.array(z.string()).nullish(),
  now: z.iso.date().nullish(),
  expected: z.object({ chart: z.string().nullish() }).nullish(),
});
type Row = z.infer<typeof row>;

function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readRow(line, `${file}, line ${index + 1}`)]));
}

function readRow(line: string, place: string): Row {
  try {
    const read = row.safeParse(JSON.parse(line));
    if (read.success) return read.data;
    throw new Error(z.prettifyError(read.error));
  } catch (error) {
    throw new Error(`${place} is no question: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function question(row: Row, wording: string): KnownQuestion {
  return {
    id: row.id,
    db: row.db,
    question: wording,
    golds: [row.gold_sql, ...(row.gold_sql_alternatives ?? [])]
      .flat()
      .filter((sql): sql is string => typeof sql === 'string' && sql !== ''),
    tags: row.tags ?? [],
    today: row.now ?? new Date().toISOString().slice(0, 10),
    expectedChart: row.expected?.chart ?? null,
  };
}

const holdsQuestions = (folder: string) => readdirSync(folder).some((name) => name.endsWith('.jsonl'));
const subfolders = (root: string) =>
  readdirSync(root)
    .map((name) => join(root, name))
    .filter((path) => statSync(path).isDirectory());
