import type { Role } from '@majed-vanna/contract';

/** The contract's, which would bring its schemas along; a test holds them equal. */
export const ROLES: readonly Role[] = ['admin', 'analyst', 'normal', 'integration'];
