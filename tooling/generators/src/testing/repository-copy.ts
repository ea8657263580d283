import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../../..');
const COPIED = ['apps', 'packages', 'prisma', 'tooling/fake-llm', 'tooling/generators', 'tooling/typescript', 'package.json'];
const LEFT_OUT = new Set(['dist', '.turbo', 'e2e']);

/** The sources of this repository in a temporary folder, over the installed packages of the original; gone after use. */
export function repositoryCopy(): { root: string } & Disposable {
  const root = mkdtempSync(join(tmpdir(), 'majed-vanna-copy-'));
  for (const path of COPIED)
    cpSync(join(ROOT, path), join(root, path), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !LEFT_OUT.has(basename(source)),
    });
  // The links of the workspace are relative: they lead to the copy's own packages, and through this one to everybody else's.
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}
