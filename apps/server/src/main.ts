import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseFlags, USAGE } from './boot/flags.ts';
import { ConfigError, loadConfig, ROOT_DIR, readEnvironment } from './config.ts';

// Compiled code is kept from start to start: the second one is faster by half, and needs less memory.
enableCompileCache(join(ROOT_DIR, '.tool', 'compile-cache'));

try {
  const flags = parseFlags(process.argv.slice(2), process.cwd());
  if (flags.help) process.stdout.write(USAGE);
  else {
    const config = loadConfig({ ...readEnvironment(), ...flags.env });
    // Imported behind the cache.
    const { start } = await import('./start.ts');
    await start(flags, config);
  }
} catch (error) {
  const problems = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)];
  const list = problems.length === 1 ? ` ${problems[0]}` : `\n${problems.map((problem) => `  - ${problem}`).join('\n')}`;
  console.error(`Majed Vanna cannot start:${list}`);
  process.exit(1);
}
