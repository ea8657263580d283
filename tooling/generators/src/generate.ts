import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draftFeature } from './draft-feature.ts';
import { writeDraft } from './write-draft.ts';

const USAGE = 'Usage: pnpm gen feature NAME   (one noun in the singular, in kebab-case, e.g. saved-question)\n';
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const [kind, name, ...rest] = process.argv.slice(2);

if (kind !== 'feature' || name === undefined || rest.length > 0) {
  process.stderr.write(USAGE);
  process.exit(1);
}

try {
  const { names, draft } = draftFeature(root, name);
  const { written, byHand } = writeDraft(root, draft);
  process.stdout.write(`${written.map((path) => `  ${path}`).join('\n')}\n\nLeft for you:\n`);
  for (const { path, line } of byHand) process.stdout.write(`  - ${path}: add ${line.trim()}\n`);
  process.stdout.write(
    [
      `  - prisma/schema.prisma: give the model ${names.pascal} its real columns, then`,
      '      node packages/db/scripts/derive-postgres-schema.ts',
      '      pnpm --filter @majed-vanna/db generate',
      `      node packages/db/scripts/new-migration.ts ${names.table}`,
      `  - show <${names.pascal}List /> on a page, with a route in apps/web/src/app`,
      `  - apps/web/src/i18n/ar/${names.kebabPlural}.ts: put the title into Arabic`,
      '  - biome check --write . puts the imports in order',
      '',
    ].join('\n'),
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
