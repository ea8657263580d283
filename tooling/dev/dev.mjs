#!/usr/bin/env node
// `pnpm dev`: the server, restarted when one of its files changes, and Vite with hot reload in front of it.
// Both end together: on Ctrl-C, on a signal, or when one of them ends by itself.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const web = join(root, 'apps', 'web');
// Vite belongs to the web application: it is found from there.
const vite = join(dirname(createRequire(join(web, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
const server = join(root, 'apps', 'server', 'src', 'main.ts');

const children = [
  start('server', root, ['--watch', '--watch-preserve-output', '--disable-warning=ExperimentalWarning', server, ...process.argv.slice(2)]),
  start('web', web, [vite, '--clearScreen', 'false']),
];
let ending = false;
let exitCode = 0;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));

function start(name, cwd, args) {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('error', (error) => {
    console.error(`[dev] ${name}: ${error.message}`);
    exitCode = 1;
    end('SIGTERM');
  });
  child.on('exit', (code) => {
    if (!ending) {
      console.error(`[dev] ${name} ended${code ? ` with exit code ${code}` : ''}; stopping the rest`);
      exitCode = code ?? 1;
    }
    end('SIGTERM');
    if (children.every((other) => other.exitCode !== null || other.signalCode !== null)) process.exit(exitCode);
  });
  return child;
}

function end(signal) {
  if (ending) return;
  ending = true;
  for (const child of children) if (child.exitCode === null) child.kill(signal);
}
