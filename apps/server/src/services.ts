import type {
  Actor,
  AnswerEvent,
  AskInput,
  CompleteSetupInput,
  Conversation,
  ConversationId,
  ConversationSummary,
  CurrentUser,
  DataSourceId,
  DataSourceInput,
  DataSourceSummary,
  DataSourceTest,
  ExportInput,
  HealthReport,
  ResultPage,
  ResultPageInput,
  RunId,
  SemanticsOverview,
  SignedIn,
  SuggestionsInput,
  UploadedFile,
} from '@majed-vanna/contract';

/** What the doors call. The composition root fills it with the services of `core`. */
export interface Services {
  readonly auth: AuthService;
  readonly setup: SetupService;
  readonly conversations: ConversationService;
  readonly answers: AnswerService;
  readonly dataSources: DataSourceService;
  readonly semantics: SemanticsService;
  readonly uploads: UploadStore;
  readonly health: HealthService;
}

/** Where a call came from: kept with the session. */
export interface ClientInfo {
  readonly ip: string;
  readonly userAgent: string;
}

export interface Authenticated {
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
}

export interface SignedInWithRefresh extends SignedIn {
  readonly refreshToken: string;
}

export interface AuthService {
  signIn(input: { username: string; password: string }, client: ClientInfo): Promise<SignedInWithRefresh>;
  refresh(refreshToken: string, client: ClientInfo): Promise<SignedInWithRefresh>;
  signOut(refreshToken: string | null): Promise<void>;
  changePassword(actor: Actor, input: { currentPassword: string; newPassword: string }, client: ClientInfo): Promise<SignedInWithRefresh>;
  authenticate(accessToken: string): Promise<Authenticated>;
  me(actor: Actor): Promise<CurrentUser>;
}

export interface SetupService {
  state(): Promise<{ open: boolean }>;
  verifyCode(code: string): Promise<void> | void;
  testDataSource(input: { code: string; dataSource: DataSourceInput }): Promise<DataSourceTest>;
  complete(input: CompleteSetupInput, client: ClientInfo): Promise<SignedInWithRefresh>;
}

export interface ConversationService {
  list(actor: Actor, query: { search?: string | undefined }): Promise<ConversationSummary[]>;
  get(actor: Actor, id: ConversationId): Promise<Conversation>;
  rename(actor: Actor, input: { id: ConversationId; title: string }): Promise<ConversationSummary>;
  remove(actor: Actor, id: ConversationId): Promise<void>;
}

export interface AnswerService {
  ask(actor: Actor, input: AskInput): Promise<{ runId: RunId; conversationId: ConversationId }>;
  events(actor: Actor, runId: RunId, afterSeq: number, signal: AbortSignal): AsyncIterable<{ seq: number; event: AnswerEvent }>;
  cancel(actor: Actor, runId: RunId): Promise<void>;
  page(actor: Actor, input: ResultPageInput): Promise<ResultPage>;
  exportResult(actor: Actor, input: ExportInput): Promise<ExportedResult>;
  suggestions(actor: Actor, input: SuggestionsInput): Promise<string[]>;
}

export interface ExportedResult {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface DataSourceService {
  list(actor: Actor): Promise<DataSourceSummary[]>;
}

export interface SemanticsService {
  overview(actor: Actor, dataSourceId?: DataSourceId): Promise<SemanticsOverview>;
}

export interface UploadStore {
  save(fileName: string, stream: AsyncIterable<Uint8Array>, options: { maxBytes: number }): Promise<UploadedFile>;
}

export interface HealthService {
  check(): Promise<HealthReport>;
  ready(): Promise<boolean>;
}
