import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import {
  AppError,
  because,
  type CompleteSetupInput,
  type DataSourceId,
  type DataSourceInput,
  type DataSourceTest,
  type FirstModel,
  type FirstModelServer,
  type FirstModelTest,
  type ModelList,
  type ModelTest,
  newId,
  type UploadId,
  type UserId,
} from '@majed-vanna/contract';
import type { Database, Repositories } from '@majed-vanna/db';
import type { AuthService, SignedInWithRefresh } from '../auth/auth-service.ts';
import type { DataSourceService } from '../data-sources/data-source-service.ts';
import type { UploadStore } from '../data-sources/upload-store.ts';
import { namesOfModels } from '../models/model-endpoint.ts';
import type { ModelService } from '../models/model-service.ts';
import { testModel } from '../models/test-model.ts';
import type { ClientInfo, Clock, Logger } from '../ports.ts';
import { createSetupCode } from './setup-code.ts';
import { readSetupFile, type SetupOrder } from './setup-file.ts';

/** Its presence closes the set-up for good; its uniqueness lets one of many win, whichever process they are in. */
const COMPLETED = 'setup.completed';
const SAMPLE_WANTED = 'setup.sampleWanted';

export interface SetupServiceDeps {
  readonly database: Database;
  readonly auth: Pick<AuthService, 'explainPassword' | 'hashPassword' | 'startSession'>;
  readonly dataSources: Pick<DataSourceService, 'inspect' | 'prepare' | 'record' | 'discard' | 'forgetTried'>;
  readonly uploads: Pick<UploadStore, 'save' | 'remove'>;
  readonly models: Pick<ModelService, 'recordFirst'>;
  readonly clock: Clock;
  readonly log: Logger;
}

export type SetupService = ReturnType<typeof createSetupService>;

/** The first start: from nothing to an administrator, a data source and perhaps a language model, once and for good. */
export function createSetupService({ database, auth, dataSources, uploads, models, clock, log }: SetupServiceDeps) {
  const code = createSetupCode(clock);
  let closed = false;
  return { state, currentCode, verifyCode, testDataSource, listModels, testLanguageModel, complete, completeFromFile, ensureSampleSetup };

  async function state(): Promise<{ open: boolean }> {
    // What is closed stays closed: only the open state has to be asked for.
    closed ||= (await database.repositories.settings.get(COMPLETED)) !== null;
    return { open: !closed };
  }

  /** For the console; null when the set-up is over. */
  async function currentCode(): Promise<string | null> {
    return (await state()).open ? code.text : null;
  }

  /** @throws AppError `wrong_setup_code`, `rate_limited`, `setup_closed` */
  async function verifyCode(typed: string): Promise<void> {
    await requireOpen();
    code.require(typed);
  }

  /** Really opens the source, and shows what is in it. @throws AppError as `verifyCode`, and `unreadable_file` */
  async function testDataSource({ code: typed, dataSource }: { code: string; dataSource: DataSourceInput }): Promise<DataSourceTest> {
    await verifyCode(typed);
    return dataSources.inspect(dataSource);
  }

  /** Read from the server. @throws AppError as `verifyCode`; one that says why the server cannot be asked */
  async function listModels({ code: typed, server }: { code: string; server: FirstModelServer }): Promise<ModelList> {
    await verifyCode(typed);
    return namesOfModels({ ...server, apiKey: server.apiKey || null });
  }

  /** Really completes a prompt. @throws AppError as `verifyCode`; one that says what is wrong and what to do */
  async function testLanguageModel({ code: typed, model }: { code: string; model: FirstModelTest }): Promise<ModelTest> {
    await verifyCode(typed);
    return testModel({ ...model, apiKey: model.apiKey || null, embeddingModel: model.embeddingModel ?? null });
  }

  /**
   * Makes the administrator, the data source and the language model, in one transaction: all of it, once, or nothing. Signs the administrator in.
   * @throws AppError `wrong_setup_code`, `rate_limited`, `setup_closed`, `invalid_input`, `unreadable_file`
   */
  async function complete(input: CompleteSetupInput, client: ClientInfo): Promise<SignedInWithRefresh> {
    await verifyCode(input.code);
    const administrator = await finish(input, { by: 'wizard', ip: client.ip });
    return auth.startSession(administrator, client);
  }

  /**
   * The same from a file, without a code: who may write there has the machine. Does nothing when the set-up is over already, so
   * that it may be a part of every start.
   * @throws AppError `invalid_input` that names every problem of the file
   */
  async function completeFromFile(path: string): Promise<{ completed: boolean }> {
    if (!(await state()).open) {
      log.info({ setupFile: path }, 'set up already; the set-up file is not read');
      return { completed: false };
    }
    const order = await readSetupFile(resolve(path), ({ username, password }) => auth.explainPassword(password, username));
    const added: UploadId[] = [];
    try {
      await finish({ ...order, dataSource: await toInput(order, added) }, { by: 'file' });
      return { completed: true };
    } finally {
      for (const id of added) await uploads.remove(id);
    }
  }

  /**
   * For asking on the command line before anything is set up: the sample data becomes the default source. No administrator is
   * made, and the set-up stays open.
   */
  async function ensureSampleSetup(): Promise<{ dataSourceId: DataSourceId }> {
    const known = await database.repositories.dataSources.getDefault();
    if (known) return { dataSourceId: known.id };
    const prepared = await dataSources.prepare({ kind: 'sample' });
    const source = await database.transaction(async (repositories) => {
      // Whoever comes second waits here, and then finds the source of the first.
      await repositories.settings.set(SAMPLE_WANTED, true, clock.now());
      return (await repositories.dataSources.getDefault()) ?? (await dataSources.record(repositories, prepared));
    });
    if (source.id !== prepared.row.id) await dataSources.discard(prepared);
    return { dataSourceId: source.id };
  }

  async function finish(
    { administrator: { username, password }, dataSource: input, languageModel }: Order,
    origin: { by: 'wizard' | 'file'; ip?: string },
  ): Promise<UserId> {
    const hashedPassword = await auth.hashPassword(password, username);
    // Whoever waited for that while another finished builds nothing more.
    await requireOpen();
    const addSource = await planSource(input);
    const at = clock.now();
    const id = newId('usr', at.getTime());
    try {
      await database.transaction(async (repositories) => {
        if (!(await repositories.settings.insert(COMPLETED, { at: at.toISOString(), ...origin }, at))) throw setupClosed();
        await repositories.users.create({ id, username, hashedPassword, role: 'admin', createdAt: at });
        const target = await addSource.record(repositories);
        if (languageModel) await models.recordFirst(repositories, languageModel, id);
        await repositories.auditLog.append({
          at,
          actor: id,
          action: 'setup.completed',
          target,
          details: { ...origin, source: input.kind, model: languageModel?.model ?? null },
        });
      });
    } catch (error) {
      // Any other failure may have come after the commit; then removeOrphans decides later, by the rows.
      if (error instanceof AppError) await addSource.discard();
      throw error;
    }
    closed = true;
    await dataSources.forgetTried().catch((err: unknown) => log.warn({ err }, 'what the wizard tried is not removed yet'));
    log.info({ username, source: input.kind, ...origin }, 'set up');
    return id;
  }

  /** Files first: the row must never name what is not on disk. Sample data that is there already is taken as it is. */
  async function planSource(input: DataSourceInput) {
    const sample = input.kind === 'sample' ? (await database.repositories.dataSources.list()).find(({ kind }) => kind === 'sample') : null;
    if (sample) {
      return {
        record: async (repositories: Repositories) => (await repositories.dataSources.update(sample.id, { isDefault: true })).id,
        discard: async () => undefined,
      };
    }
    const prepared = await dataSources.prepare(input);
    return {
      record: async (repositories: Repositories) => (await dataSources.record(repositories, prepared)).id,
      discard: () => dataSources.discard(prepared),
    };
  }

  async function toInput({ dataSource }: SetupOrder, added: UploadId[]): Promise<DataSourceInput> {
    if (dataSource.kind === 'sample') return dataSource;
    for (const { path, fileName, bytes } of dataSource.files) {
      added.push((await uploads.save(fileName, createReadStream(path), { maxBytes: bytes })).id);
    }
    return { kind: 'files', name: dataSource.name, uploads: [...added] };
  }

  async function requireOpen(): Promise<void> {
    if (!(await state()).open) throw setupClosed();
  }
}

/** What is made in the one transaction. */
type Order = Pick<CompleteSetupInput, 'administrator' | 'dataSource'> & { readonly languageModel?: FirstModel | null | undefined };

function setupClosed(): AppError {
  return AppError.because('setup_closed', because('set_up_over'));
}
