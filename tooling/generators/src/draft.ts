/** A file that a feature brings along; paths from the top of the repository. */
export interface NewFile {
  readonly path: string;
  readonly content: string;
}

/** An addition to a list that exists already; formatting puts it in order. */
export type ListEdit = { readonly path: string } & (
  | { readonly line: string; readonly before: RegExp }
  /** In order among the lines that match. */
  | { readonly line: string; readonly among: RegExp }
  | { readonly line: string; readonly atEnd: true }
  /** Within a line, right behind what matches first. */
  | { readonly text: string; readonly behind: RegExp }
);

export interface Draft {
  readonly files: readonly NewFile[];
  readonly edits: readonly ListEdit[];
}

/** The text with the addition; null when its place is not to be found, and a person has to do it. */
export function applyEdit(text: string, edit: ListEdit): string | null {
  if ('atEnd' in edit) return `${text.trimEnd()}\n${edit.line}\n`;
  if ('text' in edit) return edit.behind.test(text) ? text.replace(edit.behind, (match) => match + edit.text) : null;
  const lines = text.split('\n');
  const at = 'before' in edit ? lines.findIndex((line) => edit.before.test(line)) : placeAmong(lines, edit.among, edit.line);
  return at === -1 ? null : lines.toSpliced(at, 0, edit.line).join('\n');
}

/** Before the first line of the list that sorts behind ours, else behind its last one. */
function placeAmong(lines: readonly string[], among: RegExp, line: string): number {
  const places = lines.flatMap((text, index) => (among.test(text) ? [index] : []));
  const behind = places.find((index) => (lines[index] ?? '') > line);
  return behind ?? (places.at(-1) ?? -2) + 1;
}
