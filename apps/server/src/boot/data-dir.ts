import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';

/** Makes the data folder, for its owner only. @throws Error that says what is wrong with it */
export async function prepareDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    if (!(await stat(dataDir)).isDirectory()) throw new Error('it is not a folder');
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (process.platform !== 'win32') await chmod(dataDir, 0o700);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The data folder ${dataDir} cannot be used: ${reason}. Choose another one with --data-dir DIR.`, { cause: error });
  }
}
