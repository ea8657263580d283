import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { prismaFolder } from '../src/migrations/migration-folder.ts';
import { packageFolder, prismaEnvironment } from './config.ts';

// Generates both Prisma clients into src/generated. Nothing is downloaded.
const cli = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js');
const schemas = (['sqlite', 'postgresql'] as const).map((provider) => join(prismaFolder(provider), 'schema.prisma'));

await Promise.all(schemas.map(generate));

function generate(schema: string): Promise<void> {
  if (!existsSync(schema)) throw new Error(`${schema} is missing`);
  const child = spawn(process.execPath, [cli, 'generate', `--schema=${schema}`, '--no-hints'], {
    cwd: packageFolder,
    env: prismaEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`prisma generate failed for ${schema}\n${output}`))));
  });
}
