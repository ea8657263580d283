import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { applyEdit, type Draft } from './draft.ts';

export interface Written {
  readonly written: readonly string[];
  /** Additions whose place was not to be found. */
  readonly byHand: readonly { readonly path: string; readonly line: string }[];
}

/** Writes all files and additions, or nothing. @throws Error when a file is there already: nobody's work is overwritten */
export function writeDraft(root: string, { files, edits }: Draft): Written {
  const present = files.filter(({ path }) => existsSync(join(root, path)));
  if (present.length > 0)
    throw new Error(`These files are there already, and nothing was written:\n${present.map(({ path }) => `  ${path}`).join('\n')}`);

  const changed = new Map<string, string>();
  const byHand: { path: string; line: string }[] = [];
  for (const edit of edits) {
    const before = changed.get(edit.path) ?? readFileSync(join(root, edit.path), 'utf8');
    const after = applyEdit(before, edit);
    if (after === null) byHand.push({ path: edit.path, line: 'text' in edit ? edit.text : edit.line });
    else changed.set(edit.path, after);
  }
  for (const { path, content } of files) changed.set(path, content);
  for (const [path, content] of changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { written: [...changed.keys()], byHand };
}
