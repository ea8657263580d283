export type { DatabaseProvider } from './connection/database-location.ts';
export { type Database, type OpenDatabaseOptions, openDatabase } from './open-database.ts';
export type { FeedbackOnAnswer } from './repositories/answer-feedback-repository.ts';
export type { AnswerRow, EarlierAnswer, FinishedAnswer, NewAnswer } from './repositories/answer-repository.ts';
export type { AuditEventRow, AuditFilter, NewAuditEvent } from './repositories/audit-log-repository.ts';
export type { ConversationFilter, ConversationRow, NewConversation } from './repositories/conversation-repository.ts';
export type { DataSourceChanges, DataSourceRow, NewDataSource } from './repositories/data-source-repository.ts';
export type { EvaluationResultRow, EvaluationRunRow } from './repositories/evaluation-run-repository.ts';
export type { GoldenCaseRow } from './repositories/golden-set-repository.ts';
export type { IntegrationClientRow, NewIntegrationClient } from './repositories/integration-client-repository.ts';
export type { MessageRow } from './repositories/message-repository.ts';
export type { ModelProfileChanges, ModelProfileRow, NewModelProfile } from './repositories/model-profile-repository.ts';
export type { ModelUseGroup, ModelUseRow, ModelUseSum } from './repositories/model-use-repository.ts';
export type { RunEventRow } from './repositories/run-event-repository.ts';
export type { NewSemanticChange, SemanticChangeRow } from './repositories/semantic-change-repository.ts';
export type { SemanticDocumentRow } from './repositories/semantic-document-repository.ts';
export type {
  SemanticEntryDraft,
  SemanticEntryRow,
  SemanticEntryStatus,
} from './repositories/semantic-entry-repository.ts';
export type { SemanticVectorRepository, SemanticVectorRow } from './repositories/semantic-vector-repository.ts';
export type { PublishedDifference, SemanticVersionRow } from './repositories/semantic-version-repository.ts';
export type { NewSession, RefreshTokenRow, RevocationReason, SessionRow } from './repositories/session-repository.ts';
export type { NewUser, UserChanges, UserRow } from './repositories/user-repository.ts';
export type {
  NewVerifiedQuestion,
  VerifiedQuestionChanges,
  VerifiedQuestionRow,
} from './repositories/verified-question-repository.ts';
export type { Repositories } from './repositories.ts';
