import {
  type Clock,
  createAgent,
  createAnswerService,
  createAuthService,
  createBreakerBoard,
  createBreakerRegistry,
  createCaseRunner,
  createCheckJobs,
  createConversationService,
  createDataSourceService,
  createDraftCheck,
  createEvaluationService,
  createFeedbackService,
  createFolderEvaluation,
  createGoldenSetService,
  createHealthService,
  createKeepReady,
  createMeaning,
  createMemoryService,
  createModelAvailability,
  createModelEndpoints,
  createModelKeys,
  createModelService,
  createModelUsage,
  createMyDataService,
  createPgVectorStores,
  createQuotaService,
  createRecordedChecks,
  createRetrievalService,
  createSchemaWatch,
  createSecretBox,
  createSemanticLayerService,
  createSemanticSearch,
  createSemanticsService,
  createSetupService,
  createStaleWatch,
  createThesaurus,
  createToolRegistry,
  createUnattendedChecks,
  createUploadStore,
  createVerifiedQuestionService,
  systemClock,
  withAgentBreaker,
  withModelBreaker,
} from '@majed-vanna/core';
import { openDatabase } from '@majed-vanna/db';
import type { Logger } from 'pino';
import manifest from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import type { Services } from './services.ts';

export interface ComposeDeps {
  readonly config: Config;
  readonly secretKey: string;
  readonly log: Logger;
  readonly clock?: Clock;
  /** False for a command that may run beside the server: what looks left over may be the server's work in hand. */
  readonly ownsDataDir?: boolean;
}

/** Every service, built by hand. */
export async function compose({ config, secretKey, log, clock = systemClock, ownsDataDir = true }: ComposeDeps) {
  const { dataDir } = config.paths;
  const database = await openDatabase(config.database);
  const uploads = createUploadStore({ dataDir });
  const breakers = createBreakerRegistry({ database, clock, log, settings: config.circuitBreakers });
  const dataSources = createDataSourceService({ database, dataDir, uploads, breakers, clock, log });
  const thesaurus = createThesaurus();
  const { verifiedPairs } = createStaleWatch({ database, dataSources, clock, log });
  const semantics = createSemanticsService({ database, dataSources, log, thesaurus, verifiedPairs });
  const modelKeys = createModelKeys(createSecretBox(secretKey));
  const models = createModelService({ database, keys: modelKeys, clock });
  const endpoints = createModelEndpoints({ database, keys: modelKeys, bootDefault: config.llm });
  const pgVectors = database.provider === 'postgresql' ? createPgVectorStores({ connectionString: config.database.url, log }) : null;
  const modelUsage = createModelUsage({ database, clock, log });
  const meaning = createMeaning({
    database,
    models: endpoints,
    usage: modelUsage,
    breakers,
    clock,
    log,
    reranker: config.retrieval.reranker,
    ...(pgVectors ? { openStore: pgVectors.open } : {}),
  });
  const search = createSemanticSearch({ thesaurus, meaning });
  const ready = createKeepReady({ semantics, search, log });
  const tools = createToolRegistry({ database, clock, log });
  const auth = createAuthService({ database, clock, tokens: { secretKey, accessMinutes: config.auth.accessMinutes } });
  const setup = createSetupService({ database, auth, dataSources, uploads, models, clock, log });
  const agent = withAgentBreaker(
    withModelBreaker(createAgent({ models: endpoints, tools, usage: modelUsage, search }), breakers),
    breakers,
  );
  const answers = createAnswerService({
    database,
    dataSources,
    semantics,
    clock,
    log,
    dataDir,
    agent,
    limits: { runsPerUser: config.runs.perUser, runsTotal: config.runs.total },
  });
  const runner = createCaseRunner({ dataSources, agent, clock, log });
  const evaluations = createEvaluationService({ database, semantics, runner, models: endpoints, clock, log });
  // Nothing of a folder is kept, hence no vectors either: words alone find its tables.
  const byWords = createAgent({ models: endpoints, tools, usage: modelUsage, search: createSemanticSearch({ thesaurus }) });
  const folderEvaluation = createFolderEvaluation({ agent: withModelBreaker(byWords, breakers), thesaurus, clock, log });
  const jobs = createCheckJobs({ log });
  const drafts = createDraftCheck({ database, dataSources, semantics, cases: runner, clock });
  const checks = createRecordedChecks({ database, drafts, jobs, clock });
  const unattended = createUnattendedChecks({ database, checks, log });
  const memory = createMemoryService({ database, clock, log });
  if (ownsDataDir) await Promise.all([answers.recover(), evaluations.recover(), uploads.removeOld(), dataSources.removeOrphans()]);
  const schemaWatch = createSchemaWatch({ database, dataSources, semantics, clock, log });
  if (ownsDataDir) memory.start();
  if (ownsDataDir) schemaWatch.start();
  if (ownsDataDir) unattended.start();
  const board = createBreakerBoard({
    breakers,
    settings: config.circuitBreakers,
    subjects: async () => [
      { kind: 'agent', id: 'agent', name: 'agent' },
      ...(await database.repositories.dataSources.list()).map(({ id, name }) => ({ kind: 'database' as const, id, name })),
      ...(await endpoints.breakerSubjects()),
    ],
  });
  const services: Services = {
    auth,
    setup,
    conversations: createConversationService({ database, clock }),
    answers,
    dataSources,
    semantics,
    retrieval: createRetrievalService({ database, semantics, search }),
    semanticLayer: createSemanticLayerService({ database, semantics, uploads, clock, verifiedPairs, onChanged: ready.changed }),
    models,
    modelUsage,
    modelAvailability: createModelAvailability({ agent, usage: modelUsage, breakers, clock }),
    quotas: createQuotaService({ database, clock }),
    tools,
    memory,
    myData: createMyDataService({ database, memory, answers, clock }),
    uploads,
    goldenSets: createGoldenSetService({ database, semantics, clock }),
    evaluations,
    folderEvaluation,
    feedback: createFeedbackService({ database, semantics, clock, onProposed: unattended.soon }),
    verifiedQuestions: createVerifiedQuestionService({ database, semantics, checks, unattended, clock, onChanged: ready.changed }),
    health: createHealthService({ database, clock, dataDir, dataSources, breakers: board, version: manifest.version }),
    breakers: board,
  };
  return { services, stopWork, close };

  async function stopWork(): Promise<void> {
    await Promise.all([answers.close(), evaluations.close(), unattended.close(), jobs.close()]);
  }

  async function close(): Promise<void> {
    await memory.stop();
    await tools.close();
    await Promise.all([meaning.close(), ready.close()]);
    await pgVectors?.close();
    await dataSources.close();
    await schemaWatch.stop();
    await breakers.close();
    await database.close();
  }
}
