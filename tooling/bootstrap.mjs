#!/usr/bin/env node
// Takes a fresh machine to a running product: pinned Node and pnpm, frozen install, build, then the asked-for command.
// Plain ESM without dependencies; must run on Node 18. Speaks on stderr only, so a command's stdout stays its own.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { oneAtATime } from './dev/build-lock.mjs';

/** The first with `DatabaseSync.setAuthorizer`; Node 22 knows no `await using` either. */
const MIN_NODE = [24, 10];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, 'tooling', 'toolchain');
const stamps = join(root, '.tool');
/** Many tests wait for servers, browsers and disks: three files at a time even on two cores. */
const WORKERS = Math.max(3, cpus().length - 1);
/** A small young generation: a million rows pass through without the heap growing for them. */
const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
const windows = process.platform === 'win32';
const env = childEnvironment();

const commands = {
  start: { turbo: ['build'], script: 'apps/server/src/main.ts' },
  dev: { turbo: ['build'], script: 'tooling/dev/dev.mjs' },
  ask: { turbo: ['build'], script: 'apps/server/src/ask.ts' },
  evaluate: { turbo: ['generate'], script: 'apps/server/src/evaluate.ts' },
  run: { turbo: ['generate'] },
  test: { turbo: ['typecheck', 'build'], vitest: true },
  check: { turbo: ['typecheck', 'build'], checks: true },
};

installToolchain();
if (isTooOld(process.versions.node)) continueOnLocalNode();
else main();

function main() {
  const [name = 'start', ...rest] = process.argv.slice(2);
  const command = commands[name];
  if (!command) fail(`unknown command '${name}'; one of: ${Object.keys(commands).join(', ')}`);
  env.PATH = [dirname(process.execPath), dirname(pnpmPath()), join(root, 'node_modules', '.bin'), env.PATH].join(delimiter);
  mkdirSync(stamps, { recursive: true });
  oneAtATime(
    join(stamps, 'build.lock'),
    () => {
      installPackages();
      runStep(`turbo run ${command.turbo.join(' ')}`, 'turbo', [
        'run',
        ...command.turbo,
        '--output-logs=errors-only',
        '--log-order=grouped',
      ]);
    },
    () => process.stderr.write('[bootstrap] waits for another process that builds\n'),
  );
  if (command.vitest) return stayWith('vitest', ['run', `--maxWorkers=${WORKERS}`, ...rest]);
  if (command.checks) return runChecks();
  const [script, ...args] = command.script
    ? [join(root, command.script), ...rest]
    : [resolve(root, rest[0] ?? fail('run needs a script')), ...rest.slice(1)];
  stayWith(process.execPath, [...NODE_FLAGS, script, ...(args[0] === '--' ? args.slice(1) : args)], process.env.INIT_CWD ?? process.cwd());
}

function runChecks() {
  runStep('biome', 'biome', ['ci', '--error-on-warnings', '.']);
  runStep('import law', 'depcruise', ['apps', 'packages', 'tooling', '--config', '.dependency-cruiser.cjs']);
  runStep('dead code', 'knip', []);
}

/** npm_* variables of the outer `npm start` would leak the caller's settings into the package managers below it. */
function childEnvironment() {
  const kept = Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key));
  const quiet = ['TURBO_TELEMETRY_DISABLED', 'DO_NOT_TRACK', 'CHECKPOINT_DISABLE', 'MASTRA_TELEMETRY_DISABLED', 'MASTRA_OFFLINE'];
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(quiet.map((key) => [key, '1'])),
    TURBO_NO_UPDATE_NOTIFIER: '1',
    NODE_COMPILE_CACHE: join(stamps, 'compile-cache'),
  };
}

function installToolchain() {
  if (windows || process.platform === 'darwin') {
    if (isTooOld(process.versions.node))
      fail(
        `Node ${process.versions.node} is too old: install Node ${MIN_NODE.join('.')} or newer and pnpm 12 (no pinned build exists for ${process.platform}).`,
      );
    return;
  }
  stamped('toolchain', hashOf('tooling/toolchain/package-lock.json'), () =>
    runStep('toolchain (Node 24, pnpm 12)', 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], toolchain),
  );
}

function installPackages() {
  const manifests = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'];
  stamped('install', `${hashOf(...manifests)} ${process.versions.modules}`, () =>
    runStep('pnpm install', pnpmPath(), ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn']),
  );
}

function continueOnLocalNode() {
  const node = join(toolchain, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (process.env.BOOTSTRAP_REEXEC || !existsSync(node)) {
    fail(
      `Node ${process.versions.node} is too old and no pinned build exists for ${process.platform}-${process.arch}: install Node ${MIN_NODE.join('.')} or newer.`,
    );
  }
  env.BOOTSTRAP_REEXEC = '1';
  if (process.env.INIT_CWD) env.INIT_CWD = process.env.INIT_CWD;
  stayWith(node, process.argv.slice(1), process.cwd());
}

function pnpmPath() {
  const pinned = join(toolchain, 'node_modules', '@pnpm', `exe.${process.platform}-${process.arch}`, 'pnpm');
  return existsSync(pinned) ? pinned : 'pnpm';
}

function isTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1]);
}

function hashOf(...files) {
  return createHash('sha256')
    .update(files.map((file) => readFileSync(join(root, file))).join('\0'))
    .digest('hex');
}

/** Runs `work` unless the stamp already says so; written last and by rename, so an interrupted run repeats the work. */
function stamped(name, value, work) {
  const file = join(stamps, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === value) return;
  rmSync(file, { force: true });
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(`${file}.new`, value);
  renameSync(`${file}.new`, file);
}

function runStep(title, command, args, cwd = root) {
  const begun = Date.now();
  const result = spawnSync(command, args, { cwd, env, stdio: ['inherit', 2, 2], shell: windows });
  if (result.error) fail(`${title}: ${result.error.message}`);
  if (result.signal) process.exit(130);
  if (result.status !== 0) fail(`${title} failed (exit ${result.status})`, result.status);
  process.stderr.write(`[bootstrap] ${title}: ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}

/** Becomes a thin shell around one child: signals go down, its exit code comes up, and it never outlives its parent. */
function stayWith(command, args, cwd = root) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit', shell: windows });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const parent = process.ppid;
  // `kill` on npm ends npm alone and tells us nothing: follow the parent, or the server is orphaned.
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

function fail(message, code = 1) {
  process.stderr.write(`[bootstrap] ${message}\n`);
  process.exit(code || 1);
}
