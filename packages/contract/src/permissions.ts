import { z } from 'zod';
import type { UserId } from './ids.ts';

export const role = z.enum(['admin', 'analyst', 'normal', 'integration']);
export type Role = z.infer<typeof role>;

/** Who may do what. A procedure or route names exactly one of these; a test holds the router and this table against each other. */
export const PERMISSIONS = {
  'profile.read': ['admin', 'analyst', 'normal'],
  'profile.write': ['admin', 'analyst', 'normal'],
  'question.ask': ['admin', 'analyst', 'normal', 'integration'],
  'answer.read': ['admin', 'analyst', 'normal', 'integration'],
  'answer.rerun': ['admin', 'analyst'],
  'feedback.write': ['admin', 'analyst', 'normal'],
  'feedback.read': ['admin'],
  'verifiedQuestion.propose': ['admin', 'analyst', 'normal'],
  'verifiedQuestion.read': ['admin'],
  'verifiedQuestion.review': ['admin'],
  'answer.export': ['admin', 'analyst', 'normal', 'integration'],
  'conversation.read': ['admin', 'analyst', 'normal', 'integration'],
  'conversation.write': ['admin', 'analyst', 'normal', 'integration'],
  'dataSource.read': ['admin', 'analyst', 'normal', 'integration'],
  'dataSource.write': ['admin'],
  'semantics.read': ['admin', 'analyst', 'normal', 'integration'],
  'semanticLayer.read': ['admin'],
  'semanticLayer.write': ['admin'],
  'semanticLayer.publish': ['admin'],
  'model.read': ['admin'],
  'model.write': ['admin'],
  'tool.read': ['admin'],
  'tool.write': ['admin'],
  'evaluation.read': ['admin'],
  'evaluation.write': ['admin'],
  'memory.read': ['admin'],
  'memory.write': ['admin'],
  'system.read': ['admin'],
  'system.write': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whoever acts, through whichever door. Attributes feed row filters. */
export interface Actor {
  readonly userId: UserId;
  readonly username: string;
  readonly role: Role;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Whether the table permits it; who owns a thing is decided by the service. */
export function roleMay(actorRole: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(actorRole);
}
