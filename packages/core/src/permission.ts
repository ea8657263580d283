import { type Actor, AppError, type Permission, roleMay } from '@majed-vanna/contract';

/** Services check this themselves: there are more doors than one. @throws AppError `forbidden` */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!roleMay(actor.role, permission)) throw new AppError('forbidden', 'Your role does not permit this.', { details: { permission } });
}
