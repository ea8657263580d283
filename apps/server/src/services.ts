import type {
  AnswerService,
  AuthService,
  BreakerRegistry,
  ConversationService,
  DataSourceService,
  HealthService,
  MemoryService,
  ModelAvailabilityService,
  ModelService,
  ModelUsage,
  MyDataService,
  QuotaService,
  SemanticLayerService,
  SemanticsService,
  SetupService,
  ToolRegistry,
  UploadStore,
} from '@majed-vanna/core';

/** What the doors call; the composition root fills it. */
export interface Services {
  readonly auth: AuthService;
  readonly setup: SetupService;
  readonly conversations: ConversationService;
  readonly answers: AnswerService;
  readonly dataSources: DataSourceService;
  readonly semantics: SemanticsService;
  readonly semanticLayer: SemanticLayerService;
  readonly models: ModelService;
  readonly modelUsage: ModelUsage;
  readonly modelAvailability: ModelAvailabilityService;
  readonly quotas: QuotaService;
  readonly tools: ToolRegistry;
  readonly memory: MemoryService;
  readonly myData: MyDataService;
  readonly uploads: UploadStore;
  readonly health: HealthService;
  readonly breakers: BreakerRegistry;
}
