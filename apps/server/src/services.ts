import type {
  AnswerService,
  AuthService,
  BreakerBoard,
  ConversationService,
  DataSourceService,
  EvaluationService,
  FeedbackService,
  FolderEvaluation,
  GoldenSetService,
  HealthService,
  MemoryService,
  ModelAvailabilityService,
  ModelService,
  ModelUsage,
  MyDataService,
  QuotaService,
  RetrievalService,
  SemanticLayerService,
  SemanticsService,
  SetupService,
  ToolRegistry,
  UploadStore,
  VerifiedQuestionService,
} from '@majed-vanna/core';

/** What the doors call; the composition root fills it. */
export interface Services {
  readonly auth: AuthService;
  readonly setup: SetupService;
  readonly conversations: ConversationService;
  readonly answers: AnswerService;
  readonly dataSources: DataSourceService;
  readonly semantics: SemanticsService;
  readonly retrieval: RetrievalService;
  readonly semanticLayer: SemanticLayerService;
  readonly models: ModelService;
  readonly modelUsage: ModelUsage;
  readonly modelAvailability: ModelAvailabilityService;
  readonly quotas: QuotaService;
  readonly tools: ToolRegistry;
  readonly memory: MemoryService;
  readonly myData: MyDataService;
  readonly uploads: UploadStore;
  readonly goldenSets: GoldenSetService;
  readonly evaluations: EvaluationService;
  readonly folderEvaluation: FolderEvaluation;
  readonly feedback: FeedbackService;
  readonly verifiedQuestions: VerifiedQuestionService;
  readonly health: HealthService;
  readonly breakers: BreakerBoard;
}
