import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { browserEnvironment } from './config.ts';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
// Our own flags: those of @sparticuz/chromium switch web security off.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const REMEDY =
  'No browser found for the end-to-end tests: install Chromium (e.g. "apt-get install chromium"), or set CHROMIUM_PATH to one.';

/** A real Chromium: the one that is named, one of the system, or the one that comes from npm. Nothing is downloaded here. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error(REMEDY);
  return chromium.launch({ executablePath, args: FLAGS });
}

async function findBrowser(): Promise<string | null> {
  const { chromiumPath, searchPath, useSystemBrowser } = browserEnvironment();
  if (chromiumPath) return chromiumPath;
  return (useSystemBrowser ? systemBrowser(searchPath) : null) ?? (await packagedBrowser());
}

function systemBrowser(searchPath: string): string | null {
  const folders = searchPath.split(delimiter).filter(Boolean);
  return SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

/** Built for x86-64 Linux only; it unpacks itself, and the libraries that bare systems lack, into the temp folder. */
async function packagedBrowser(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const executable = await packaged.executablePath();
  const archives = join(dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium')))), 'bin');
  setupLambdaEnvironment(join(await inflate(join(archives, 'al2023.tar.br')), 'lib'));
  return executable;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
