import type { PrismaConnection } from './connection/prisma-client.ts';
import { type AnswerFeedbackRepository, createAnswerFeedbackRepository } from './repositories/answer-feedback-repository.ts';
import { type AnswerRepository, createAnswerRepository } from './repositories/answer-repository.ts';
import { type AuditLogRepository, createAuditLogRepository } from './repositories/audit-log-repository.ts';
import { type ConversationRepository, createConversationRepository } from './repositories/conversation-repository.ts';
import { createDataSourceRepository, type DataSourceRepository } from './repositories/data-source-repository.ts';
import { createEvaluationRunRepository, type EvaluationRunRepository } from './repositories/evaluation-run-repository.ts';
import { createGoldenSetRepository, type GoldenSetRepository } from './repositories/golden-set-repository.ts';
import { createIntegrationClientRepository, type IntegrationClientRepository } from './repositories/integration-client-repository.ts';
import { createMessageRepository, type MessageRepository } from './repositories/message-repository.ts';
import { createModelProfileRepository, type ModelProfileRepository } from './repositories/model-profile-repository.ts';
import { createModelUseRepository, type ModelUseRepository } from './repositories/model-use-repository.ts';
import { createRunEventRepository, type RunEventRepository } from './repositories/run-event-repository.ts';
import { createSemanticChangeRepository, type SemanticChangeRepository } from './repositories/semantic-change-repository.ts';
import { createSemanticDocumentRepository, type SemanticDocumentRepository } from './repositories/semantic-document-repository.ts';
import { createSemanticEntryRepository, type SemanticEntryRepository } from './repositories/semantic-entry-repository.ts';
import { createSemanticVectorRepository, type SemanticVectorRepository } from './repositories/semantic-vector-repository.ts';
import { createSemanticVersionRepository, type SemanticVersionRepository } from './repositories/semantic-version-repository.ts';
import { createSessionRepository, type SessionRepository } from './repositories/session-repository.ts';
import { createSettingRepository, type SettingRepository } from './repositories/setting-repository.ts';
import { createToolUseRepository, type ToolUseRepository } from './repositories/tool-use-repository.ts';
import { createUserRepository, type UserRepository } from './repositories/user-repository.ts';
import { createVerifiedQuestionRepository, type VerifiedQuestionRepository } from './repositories/verified-question-repository.ts';

export interface Repositories {
  readonly users: UserRepository;
  readonly sessions: SessionRepository;
  readonly settings: SettingRepository;
  readonly dataSources: DataSourceRepository;
  readonly conversations: ConversationRepository;
  readonly messages: MessageRepository;
  readonly answers: AnswerRepository;
  readonly answerFeedback: AnswerFeedbackRepository;
  readonly runEvents: RunEventRepository;
  readonly semanticEntries: SemanticEntryRepository;
  readonly semanticChanges: SemanticChangeRepository;
  readonly semanticVersions: SemanticVersionRepository;
  readonly semanticDocuments: SemanticDocumentRepository;
  readonly verifiedQuestions: VerifiedQuestionRepository;
  readonly semanticVectors: SemanticVectorRepository;
  readonly integrationClients: IntegrationClientRepository;
  readonly modelProfiles: ModelProfileRepository;
  readonly modelUses: ModelUseRepository;
  readonly toolUses: ToolUseRepository;
  readonly goldenSets: GoldenSetRepository;
  readonly evaluationRuns: EvaluationRunRepository;
  readonly auditLog: AuditLogRepository;
}

/** All repositories over one connection: the client, or a transaction of it. */
export function createRepositories(connection: PrismaConnection): Repositories {
  return {
    users: createUserRepository(connection),
    sessions: createSessionRepository(connection),
    settings: createSettingRepository(connection),
    dataSources: createDataSourceRepository(connection),
    conversations: createConversationRepository(connection),
    messages: createMessageRepository(connection),
    answers: createAnswerRepository(connection),
    answerFeedback: createAnswerFeedbackRepository(connection),
    runEvents: createRunEventRepository(connection),
    semanticEntries: createSemanticEntryRepository(connection),
    semanticChanges: createSemanticChangeRepository(connection),
    semanticVersions: createSemanticVersionRepository(connection),
    semanticDocuments: createSemanticDocumentRepository(connection),
    verifiedQuestions: createVerifiedQuestionRepository(connection),
    semanticVectors: createSemanticVectorRepository(connection),
    integrationClients: createIntegrationClientRepository(connection),
    modelProfiles: createModelProfileRepository(connection),
    modelUses: createModelUseRepository(connection),
    toolUses: createToolUseRepository(connection),
    goldenSets: createGoldenSetRepository(connection),
    evaluationRuns: createEvaluationRunRepository(connection),
    auditLog: createAuditLogRepository(connection),
  };
}
