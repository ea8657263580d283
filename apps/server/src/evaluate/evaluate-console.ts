export interface EvaluateConsole {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Exit code of an evaluation that fell below what was demanded. */
export const SCORED_TOO_LOW = 2;
