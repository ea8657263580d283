import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Environment } from '../config-schema.ts';

export const USAGE = `Usage: npm start -- [options]

  --port NUMBER     listen on this port (default 7777)
  --host ADDRESS    listen on this address (default 127.0.0.1; 0.0.0.0 for every network)
  --data-dir DIR    keep everything in this folder (default ./private)
  --setup FILE      set up from this file instead of the browser, then start
  --help            show this text

Every other setting is an environment variable or a line of .env; see .env.example.
`;

export interface Flags {
  readonly help: boolean;
  readonly setupFile: string | null;
  /** Variables that flags set, stronger than the environment. */
  readonly env: Environment;
}

/** @throws Error with a sentence for the person who typed the command; paths are relative to where it was typed. */
export function parseFlags(args: readonly string[], cwd: string): Flags {
  const text = { type: 'string' } as const;
  const options = { port: text, host: text, 'data-dir': text, setup: text, help: { type: 'boolean', short: 'h' } } as const;
  const { values } = parseArgs({ args: [...args], options, allowPositionals: false, strict: true });
  const dataDir = values['data-dir'];
  return {
    help: values.help ?? false,
    setupFile: values.setup === undefined ? null : resolve(cwd, values.setup),
    env: {
      ...(values.port === undefined ? {} : { PORT: values.port }),
      ...(values.host === undefined ? {} : { HOST: values.host }),
      ...(dataDir === undefined ? {} : { DATA_DIR: resolve(cwd, dataDir) }),
    },
  };
}
