import { type Actor, AppError, because, type Permission, roleMay } from '@majed-vanna/contract';

/** Services check this themselves: there are more doors than one. @throws AppError `forbidden` */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!roleMay(actor.role, permission)) throw AppError.because('forbidden', because('role_forbids'), { details: { permission } });
}
