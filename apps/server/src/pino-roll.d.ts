declare module 'pino-roll' {
  import type { SonicBoom, SonicBoomOpts } from 'sonic-boom';

  interface RollOptions extends Omit<SonicBoomOpts, 'dest' | 'fd'> {
    /** Path without number and extension. */
    file: string;
    extension?: string;
    /** E.g. `20m`. */
    size?: string | number;
    /** `count` files are kept besides the one that is written. */
    limit?: { count: number; removeOtherLogFiles?: boolean };
  }

  export default function roll(options: RollOptions): Promise<SonicBoom>;
}
