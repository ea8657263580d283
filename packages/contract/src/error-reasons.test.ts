import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCES = new URL('../../../', import.meta.url);
/** The constructor's own class and its heir with reasons; and what only the console reads. */
const WITHOUT = ['packages/contract/src/errors.ts', 'packages/core/src/setup/setup-file.ts'];

test('every error that a page may show says its reason, so that it can be said in another language', () => {
  const files = globSync(['packages/*/src/**/*.ts', 'apps/server/src/**/*.ts'], { cwd: SOURCES, exclude: ['**/*.test.ts'] });
  expect(files.length).toBeGreaterThan(300);
  const bare = files.filter((file) => /\bnew AppError\(/.test(readFileSync(new URL(file, SOURCES), 'utf8')));
  expect(bare.toSorted()).toEqual(WITHOUT);
});
