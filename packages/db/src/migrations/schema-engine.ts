import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm';

export type SchemaEngine = SchemaEngineModule.SchemaEngine;

// The part of the global that is needed; its types live in the DOM library.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: Record<string, object>) => { exports: Record<string, () => void> };
};

type Glue = typeof SchemaEngineModule & { __wbg_set_wasm(exports: object): void };
let loaded: Promise<Glue> | undefined;

/** Prisma's schema engine as WebAssembly: the native one of `prisma migrate` would have to be downloaded. */
export async function loadSchemaEngine(schema: string, adapter: SqlDriverAdapter): Promise<SchemaEngine> {
  // Once per process: the glue keeps views into the memory of the instance it saw first.
  loaded ??= instantiate();
  const glue = await loaded;
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => adapter,
    connectToShadowDb: () => Promise.reject(new Error('a shadow database is not offered')),
  });
  return glue.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, factory);
}

/** By hand: the package's own entry imports the .wasm file as a module, which older Nodes cannot do. */
async function instantiate(): Promise<Glue> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue: Glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href);
  const compiled = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(compiled, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start?.();
  return glue;
}
