export {
  type Authenticated,
  type AuthService,
  type AuthServiceDeps,
  createAuthService,
  type SignedInWithRefresh,
} from './auth/auth-service.ts';
export {
  type ConversationService,
  type ConversationServiceDeps,
  createConversationService,
} from './conversations/conversation-service.ts';
export { requirePermission } from './permission.ts';
export { type ClientInfo, type Clock, type Logger, systemClock } from './ports.ts';
export * from './semantics/thesaurus.ts';
