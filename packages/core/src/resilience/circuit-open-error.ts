import { AppError, type BreakerKind, because, type ErrorReason } from '@majed-vanna/contract';

const RESTS = { agent: 'agent_rests', database: 'source_rests', llm: 'model_rests' } as const satisfies Readonly<
  Record<BreakerKind, ErrorReason>
>;

/** What was asked for failed several times in a row and is left alone for a while; nothing was tried. */
export class CircuitOpenError extends AppError {
  readonly kind: BreakerKind;
  readonly retryAfterSeconds: number;

  constructor(kind: BreakerKind, retryAfterSeconds: number) {
    const { reason, message } = because(RESTS[kind], { retryAfterSeconds });
    super('unavailable', message, { details: { breaker: kind, retryAfterSeconds, reason } });
    this.name = 'CircuitOpenError';
    this.kind = kind;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
