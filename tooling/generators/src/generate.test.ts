import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { repositoryCopy } from './testing/repository-copy.ts';

const run = promisify(execFile);
/** They have the same settings: checked as one program, what they share is read once. */
const SERVER_ROOMS = ['packages/contract/src', 'packages/db/src', 'packages/core/src', 'apps/server/src'];

function node(root: string, script: string, ...args: string[]) {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], { cwd: root });
}

test('a generated feature compiles in every room', { timeout: 300_000 }, async () => {
  using copy = repositoryCopy();
  const { stdout } = await node(copy.root, 'tooling/generators/src/generate.ts', 'feature', 'saved-question');
  expect(stdout).toContain('packages/contract/src/saved-question.ts');
  expect(stdout).not.toContain(': add ');
  await node(copy.root, 'packages/db/scripts/derive-postgres-schema.ts');
  await node(copy.root, 'packages/db/scripts/generate-clients.ts');
  const serverRooms = { extends: './tooling/typescript/base.json', include: SERVER_ROOMS };
  writeFileSync(join(copy.root, 'tsconfig.json'), JSON.stringify(serverRooms));
  for (const path of ['.', 'apps/web']) {
    const typecheck = run(process.execPath, [join(copy.root, 'node_modules/typescript/bin/tsc')], { cwd: join(copy.root, path) });
    await expect(
      typecheck.then(
        () => 'compiles',
        ({ stdout: problems }) => `${path}: ${problems}`,
      ),
    ).resolves.toBe('compiles');
  }
});

test('a feature that is there already is left alone, every file of it', async () => {
  using copy = repositoryCopy();
  await node(copy.root, 'tooling/generators/src/generate.ts', 'feature', 'saved-question');
  const file = join(copy.root, 'packages/contract/src/index.ts');
  const before = readFileSync(file, 'utf8');
  await expect(node(copy.root, 'tooling/generators/src/generate.ts', 'feature', 'saved-question')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nothing was written'),
  });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test.each([[[]], [['feature']], [['thing', 'x']]])('anything but `feature NAME` prints the usage: %j', async (args) => {
  const script = join(import.meta.dirname, 'generate.ts');
  await expect(run(process.execPath, [script, ...args])).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('Usage') });
});
