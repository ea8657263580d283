import { type Actor, AppError, because, type Permission } from '@majed-vanna/contract';
import { type Authenticated, requirePermission } from '@majed-vanna/core';

/** Whoever can say who calls. */
export interface Caller {
  /** @throws AppError `not_signed_in` */
  authenticate(): Promise<Pick<Authenticated, 'actor' | 'mustChangePassword'>>;
}

/**
 * The one gate of every door.
 * @throws AppError `not_signed_in`, `password_change_required` or `forbidden`
 */
export async function permittedActor(caller: Caller, permission: Permission, beforePasswordChange = false): Promise<Actor> {
  const { actor, mustChangePassword } = await caller.authenticate();
  if (mustChangePassword && !beforePasswordChange) throw AppError.because('password_change_required', because('change_password_first'));
  requirePermission(actor, permission);
  return actor;
}
