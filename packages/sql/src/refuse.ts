import type { Refusal, RefusalCode } from '@majed-vanna/contract';

/** Carries a refusal out of the depth of the analysis; caught in one place, never seen outside this package. */
export class GuardRefusal extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'GuardRefusal';
    this.refusal = refusal;
  }
}

/** Ends the check. @throws GuardRefusal, with the offending text cut to 120 characters */
export function refuse(code: RefusalCode, message: string, offending: string | null = null, hint: string | null = null): never {
  throw new GuardRefusal({ code, message, offending: offending === null ? null : offending.slice(0, 120), hint });
}
