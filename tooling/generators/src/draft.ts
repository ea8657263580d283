/** A file that a feature brings along; paths from the top of the repository. */
export interface NewFile {
  readonly path: string;
  readonly content: string;
}

/** An addition to a list that exists already. */
export type ListEdit = { readonly path: string } & (
  | { readonly line: string; readonly before: RegExp }
  /** In order among the lines that match. */
  | { readonly line: string; readonly among: RegExp }
  | { readonly line: string; readonly atEnd: true }
  /** In order among the comma-separated words of the one line that matches; they are its first group. */
  | { readonly word: string; readonly inside: RegExp }
);

export interface Draft {
  readonly files: readonly NewFile[];
  readonly edits: readonly ListEdit[];
}

/** The text with the addition; null when its place is not to be found, and a person has to do it. */
export function applyEdit(text: string, edit: ListEdit): string | null {
  if ('atEnd' in edit) return `${text.trimEnd()}\n${edit.line}\n`;
  const lines = text.split('\n');
  if ('word' in edit) return withWord(lines, edit);
  const at = 'before' in edit ? lines.findIndex((line) => edit.before.test(line)) : placeAmong(lines, edit.among, edit.line);
  return at === -1 ? null : lines.toSpliced(at, 0, edit.line).join('\n');
}

/** Before the first line of the list that sorts behind ours, else behind its last one. */
function placeAmong(lines: readonly string[], among: RegExp, line: string): number {
  const places = lines.flatMap((text, index) => (among.test(text) ? [index] : []));
  const behind = places.find((index) => (lines[index] ?? '') > line);
  return behind ?? (places.at(-1) ?? -2) + 1;
}

function withWord(lines: readonly string[], { word, inside }: { word: string; inside: RegExp }): string | null {
  const at = lines.findIndex((line) => inside.test(line));
  const words = inside.exec(lines[at] ?? '')?.[1];
  if (words === undefined) return null;
  const line = lines[at]?.replace(words, [...words.split(', '), word].toSorted().join(', ')) ?? '';
  return lines.with(at, line).join('\n');
}
