import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface BenchQuestion {
  readonly id: string;
  readonly db: string;
  readonly question: string;
  /** Right answers; empty when the right reaction is to refuse. */
  readonly golds: readonly string[];
  readonly tags: readonly string[];
  /** ISO date the question was asked on. */
  readonly today: string;
  readonly expectedChart: string | null;
}

export interface BenchSet {
  readonly name: string;
  /** What a good engine does with its questions. */
  readonly reaction: 'answer' | 'refuse' | 'ask';
  readonly folder: string;
  readonly questions: readonly BenchQuestion[];
}

/** Sets of a folder, one per question file, plus one per alternative wording. @throws Error when the folder holds none. */
export function readSets(dir: string, note: (text: string) => void): BenchSet[] {
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

export const databaseFile = (set: BenchSet, db: string) => join(set.folder, 'db', `${db}.sqlite`);

/** The same database filled with other rows: a right statement is right on all of them. */
export function variantFiles(set: BenchSet, db: string): string[] {
  const folder = join(set.folder, 'variants', db);
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function readFolder(folder: string): BenchSet[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((file) => {
    const variant = basename(file, '.jsonl').replace(/^questions_?/, '');
    const rows = readRows(join(folder, file));
    const reaction = variant.startsWith('unanswerable') ? 'refuse' : variant.startsWith('ambiguous') ? 'ask' : 'answer';
    const name = basename(folder) + (variant ? `/${variant}` : '');
    const sets: BenchSet[] = [{ name, reaction, folder, questions: rows.map((row) => question(row, row.question)) }];
    const reworded = rows.flatMap((row) => (row.question_syn ? [question(row, row.question_syn)] : []));
    if (reworded.length > 0) sets.push({ name: `${name}/syn`, reaction, folder, questions: reworded });
    return sets;
  });
}

/** A line as it stands in the file; what is not named here is not read. */
interface Row {
  readonly id: string;
  readonly db: string;
  readonly question: string;
  readonly question_syn?: string;
  readonly gold_sql: string | readonly string[] | null;
  readonly gold_sql_alternatives?: readonly string[];
  readonly tags?: readonly string[];
  readonly now?: string;
  readonly expected?: { readonly chart?: string };
}

function readRows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  // The benchmark's own file format; a field of another shape would only cost a score.
  return lines.map((line) => JSON.parse(line) as Row);
}

function question(row: Row, wording: string): BenchQuestion {
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
