declare module 'pino-roll' {
  import type pino from 'pino';

  interface RollOptions {
    /** Path without number and extension. */
    file: string;
    extension?: string;
    /** E.g. `20m`. */
    size?: string | number;
    /** `count` files are kept besides the one that is written. */
    limit?: { count: number; removeOtherLogFiles?: boolean };
    mode?: number;
    sync?: boolean;
    /** Bytes that gather before they are written. */
    minLength?: number;
    /** In ms. */
    periodicFlush?: number;
  }

  export default function roll(options: RollOptions): Promise<ReturnType<typeof pino.destination>>;
}
