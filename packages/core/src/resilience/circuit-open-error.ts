import { AppError, type BreakerKind } from '@majed-vanna/contract';

const WHAT: Readonly<Record<BreakerKind, string>> = {
  agent: 'The agent',
  database: 'The data source',
  llm: 'The language model',
};

/** What was asked for failed several times in a row and is left alone for a while; nothing was tried. */
export class CircuitOpenError extends AppError {
  readonly kind: BreakerKind;
  readonly retryAfterSeconds: number;

  constructor(kind: BreakerKind, retryAfterSeconds: number) {
    super('unavailable', `${WHAT[kind]} does not answer at the moment. Try again in ${retryAfterSeconds} s.`, {
      details: { breaker: kind, retryAfterSeconds },
    });
    this.name = 'CircuitOpenError';
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
