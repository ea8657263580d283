export { type Agent, createAgent } from './agent/create-agent.ts';
export { createPgVectorStores } from './agent/pgvector-stores.ts';
export { withAgentBreaker } from './agent/with-agent-breaker.ts';
export { withModelBreaker } from './agent/with-model-breaker.ts';
export type { ExportedResult } from './answer/answer-export.ts';
export type { AnswerLimits } from './answer/answer-limits.ts';
export {
  type AnswerService,
  type AnswerServiceDeps,
  createAnswerService,
} from './answer/answer-service.ts';
export type { NumberedEvent } from './answer/run-log.ts';
export {
  type Authenticated,
  type AuthService,
  type AuthServiceDeps,
  createAuthService,
  type SignedInWithRefresh,
} from './auth/auth-service.ts';
export { notSignedIn } from './auth/refresh-session.ts';
export type { ChartColumn } from './charts/chart-field.ts';
export { type ChartRequest, chooseChart } from './charts/choose-chart.ts';
export {
  type ConversationService,
  type ConversationServiceDeps,
  createConversationService,
} from './conversations/conversation-service.ts';
export {
  createDataSourceService,
  type DataSourceService,
  type DataSourceServiceDeps,
  type PreparedDataSource,
} from './data-sources/data-source-service.ts';
export { fileTooLarge } from './data-sources/file-too-large.ts';
export {
  createUploadStore,
  type StoredUpload,
  type UploadStore,
} from './data-sources/upload-store.ts';
export { type CaseRunner, type CaseRunnerDeps, createCaseRunner } from './evaluation/case-runner.ts';
export { createEvaluationService, type EvaluationService, type EvaluationServiceDeps } from './evaluation/evaluation-service.ts';
export {
  createFolderEvaluation,
  type FolderEvaluation,
  type FolderEvaluationDeps,
  type SetScores,
} from './evaluation/folder-evaluation.ts';
export { createGoldenSetService, type GoldenSetService, type GoldenSetServiceDeps } from './evaluation/golden-set-service.ts';
export { chooseSets, readSets } from './evaluation/question-folders.ts';
export { createHealthService, type HealthService, type HealthServiceDeps } from './health/health-service.ts';
export { type CheckJobs, createCheckJobs } from './learning/check-jobs.ts';
export { createDraftCheck } from './learning/draft-check.ts';
export { createFeedbackService, type FeedbackService } from './learning/feedback-service.ts';
export { createRecordedChecks } from './learning/recorded-checks.ts';
export { createStaleWatch } from './learning/stale-watch.ts';
export { createUnattendedChecks } from './learning/unattended-checks.ts';
export { createVerifiedQuestionService, type VerifiedQuestionService } from './learning/verified-question-service.ts';
export { createMemoryService, type MemoryService } from './memory/memory-service.ts';
export { createMyDataService, type MyDataService } from './memory/my-data-service.ts';
export { createModelAvailability, type ModelAvailabilityService } from './models/model-availability.ts';
export type { ModelEndpoint } from './models/model-endpoint.ts';
export { createModelEndpoints } from './models/model-endpoints.ts';
export { createModelKeys } from './models/model-keys.ts';
export { createModelService, type ModelService, type ModelServiceDeps } from './models/model-service.ts';
export { createModelUsage, type ModelLeave, type ModelUsage, type ModelUsageDeps, type UsedTokens } from './models/model-usage.ts';
export { createQuotaService, type QuotaService } from './models/quota-service.ts';
export { requirePermission } from './permission.ts';
export { type ClientInfo, type Clock, type Logger, systemClock } from './ports.ts';
export { type BreakerBoard, createBreakerBoard } from './resilience/breaker-board.ts';
export { type BreakerRegistry, type BreakerRegistryDeps, createBreakerRegistry } from './resilience/breaker-registry.ts';
export type { PolicyFor } from './results/result-reader.ts';
export { createMeaning } from './retrieval/create-meaning.ts';
export { createKeepReady } from './retrieval/keep-ready.ts';
export { createRetrievalService, type RetrievalService } from './retrieval/retrieval-service.ts';
export { createSemanticSearch } from './retrieval/semantic-search.ts';
export { createSecretBox } from './secrets/secret-box.ts';
export {
  createSemanticLayerService,
  type SemanticLayerService,
  type SemanticLayerServiceDeps,
} from './semantics/layer-service.ts';
export { createSchemaWatch, type SchemaWatch, type SchemaWatchDeps } from './semantics/schema-watch.ts';
export {
  createSemanticsService,
  type SemanticsService,
  type SemanticsServiceDeps,
  type SourceSemantics,
} from './semantics/semantics-service.ts';
export { createThesaurus, type Thesaurus } from './semantics/thesaurus.ts';
export { createSetupService, type SetupService, type SetupServiceDeps } from './setup/setup-service.ts';
export { createToolRegistry, type ToolRegistry, type ToolRegistryDeps } from './tools/tool-registry.ts';
