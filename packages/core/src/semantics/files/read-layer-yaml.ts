import { type Because, because, issueReason, type SemanticEntryBody, semanticEntryBody } from '@majed-vanna/contract';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { NotImported, Place, ReadLayer } from './layer-import.ts';
import { unknownKeys } from './unknown-keys.ts';
import { LAYER_FILE_VERSION, SECTIONS } from './write-layer-yaml.ts';
import { yamlProblem } from './yaml-problem.ts';

/** Characters of a file; one of ten thousand entries has a third of it. */
export const MAX_YAML_CHARACTERS = 5_000_000;

type Path = readonly (string | number)[];

/** Reads a layer as it was written by hand or by `writeLayerYaml`; what is wrong is said with its line and path, all of it at once. */
export function readLayerYaml(text: string): ReadLayer {
  const found: { entry: SemanticEntryBody; place: Place }[] = [];
  const problems: ReadLayer['problems'][number][] = [];
  const notImported: NotImported[] = [];
  if (text.length > MAX_YAML_CHARACTERS)
    return { found, notImported, problems: [wholly(because('entry_too_long', { most: MAX_YAML_CHARACTERS }))] };
  const lines = new LineCounter();
  const file = parsed(text, lines);
  if (!file) return { found, notImported, problems: [wholly(because('nested_too_deeply'))] };
  for (const { code, pos } of file.errors) problems.push({ line: lines.linePos(pos[0]).line, path: '', ...yamlProblem(code) });
  if (problems.length > 0) return { found, notImported, problems };
  const content = plain(file);
  if (content === null) {
    problems.push(wholly(because('has_aliases')));
    return { found, notImported, problems };
  }
  readFile(content);
  return { found, problems, notImported };

  function readFile(root: Record<string, unknown>): void {
    if (root.version !== LAYER_FILE_VERSION) complain(['version'], because('must_be', { value: LAYER_FILE_VERSION }));
    const known = ['version', 'tables', 'verifiedQuestions', ...Object.keys(SECTIONS)];
    for (const name of Object.keys(root).filter((key) => !known.includes(key)))
      complain([name], because('none_of', { values: known.join(', ') }));
    for (const [key, table] of recordAt(root.tables, ['tables'])) readTable(key, table);
    for (const [section, kind] of Object.entries(SECTIONS))
      for (const [key, body] of recordAt(root[section], [section])) readEntry(kind, key, body, [section, key]);
    if (root.verifiedQuestions !== undefined)
      notImported.push({ what: 'verifiedQuestions', reason: 'Confirmed questions come in through their review.' });
  }

  function readTable(key: string, table: unknown): void {
    const path = ['tables', key];
    const fields = Object.fromEntries(recordAt(table, path));
    const { columns, ...own } = fields;
    if (Object.keys(own).length > 0) readEntry('table', key, own, path);
    for (const [name, body] of recordAt(columns, [...path, 'columns']))
      readEntry('column', `${key}.${name}`, body, [...path, 'columns', name]);
  }

  function readEntry(kind: SemanticEntryBody['kind'], key: string, value: unknown, path: Path): void {
    const fields = value === null ? {} : value;
    const body = typeof fields === 'object' && !Array.isArray(fields) ? { words: {}, ...fields } : fields;
    const result = semanticEntryBody.safeParse({ kind, key, body });
    if (!result.success) {
      for (const issue of result.error.issues)
        complain([...path, ...issue.path.slice(1).map(String)], issueReason(issue) ?? { message: issue.message });
      return;
    }
    const strange = unknownKeys(body, result.data.body);
    for (const at of strange) complain([...path, ...at], because('not_known_here'));
    if (strange.length === 0) found.push({ entry: result.data, place: placeOf(path) });
  }

  function recordAt(value: unknown, path: Path): [string, unknown][] {
    if (value === undefined || value === null) return [];
    if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
    complain(path, because('not_names'));
    return [];
  }

  function complain(path: Path, why: Because | { readonly message: string }): void {
    problems.push({ ...placeOf(path), ...why });
  }

  function placeOf(path: Path) {
    return { line: lineOf(path), path: path.join('.') };
  }

  /** Of the nearest thing above that is in the file: what is missing has no line of its own. */
  function lineOf(path: Path): number | null {
    for (let length = path.length; length > 0; length--) {
      const node = file?.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function parsed(text: string, lineCounter: LineCounter): Document.Parsed | null {
  try {
    return parseDocument(text, { lineCounter, stringKeys: true, prettyErrors: false, version: '1.2' });
  } catch {
    return null;
  }
}

/** Null when aliases are in it: expanded, a small file of them fills any memory. */
function plain(file: Document.Parsed): Record<string, unknown> | null {
  try {
    const content: unknown = file.toJS({ maxAliasCount: 0 });
    // Whatever else stands there has no version, which is said.
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? { ...content } : {};
  } catch {
    return null;
  }
}

/** Of the file as a whole. */
const wholly = (why: Because) => ({ line: null, path: '', ...why });
