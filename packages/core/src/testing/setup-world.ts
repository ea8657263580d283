import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DataSourceInput } from '@majed-vanna/contract';
import type { Database } from '@majed-vanna/db';
import { createAuthService } from '../auth/auth-service.ts';
import { createDataSourceService } from '../data-sources/data-source-service.ts';
import { createUploadStore } from '../data-sources/upload-store.ts';
import { createModelEndpoints } from '../models/model-endpoints.ts';
import { createModelKeys } from '../models/model-keys.ts';
import { createModelService } from '../models/model-service.ts';
import type { Clock } from '../ports.ts';
import { createSecretBox } from '../secrets/secret-box.ts';
import { createSetupService, type SetupServiceDeps } from '../setup/setup-service.ts';
import { createRecordingLogger } from './recording-logger.ts';
import { createTestBreakers } from './test-breakers.ts';

export const ADMINISTRATOR = { username: 'layla', password: 'violet harbour lantern' };
export const CLIENT = { ip: '10.0.0.1', userAgent: 'test' };

const CSV = 'branch,amount,sold_on\nRiyadh,10.50,2026-01-01\nJeddah,7.25,2026-01-02\n';

/** Everything that a set-up works with, real, on this database and this folder. */
export function createSetupWorld({ database, dataDir, clock }: { database: Database; dataDir: string; clock: Clock }) {
  const log = createRecordingLogger();
  const uploads = createUploadStore({ dataDir });
  const dataSources = createDataSourceService({
    database,
    dataDir,
    uploads,
    breakers: createTestBreakers({ database, clock, log }),
    clock,
    log,
  });
  const auth = createAuthService({ database, clock, tokens: { secretKey: 's'.repeat(43), accessMinutes: 30 } });
  const keys = createModelKeys(createSecretBox('s'.repeat(43)));
  const models = createModelService({ database, keys, clock });
  const endpoints = createModelEndpoints({ database, keys, bootDefault: null });
  const parts: SetupServiceDeps = { database, auth, dataSources, uploads, models, clock, log };
  return { ...parts, dataSources, auth, endpoints, setup: createSetupService(parts), log, upload, writeCsv };

  /** A small file as the wizard would send it. */
  async function upload(): Promise<DataSourceInput> {
    const file = await uploads.save('sales.csv', Readable.from([Buffer.from(CSV)]), { maxBytes: 10_000 });
    return { kind: 'files', name: 'Our sales', uploads: [file.id] };
  }

  async function writeCsv(name: string): Promise<string> {
    const path = join(dataDir, name);
    await writeFile(path, CSV);
    return path;
  }
}

export type SetupWorld = ReturnType<typeof createSetupWorld>;
