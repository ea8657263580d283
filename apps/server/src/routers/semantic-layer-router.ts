import {
  addDocumentInput,
  confirmManyInput,
  discardInput,
  documentInput,
  importDbtInput,
  importYamlInput,
  layerChanges,
  layerDocument,
  layerDocumentText,
  layerEntries,
  layerEntriesInput,
  layerFile,
  layerImport,
  layerSourceInput,
  layerTable,
  layerTableInput,
  layerTables,
  layerTablesInput,
  layerThing,
  layerThingInput,
  layerVersion,
  layerVersionInput,
  layerVersionSummary,
  layerVersions,
  layerVersionsInput,
  layerWaiting,
  proposeInput,
  publishInput,
  revertOutput,
  schemaDrift,
  staleEntry,
} from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const semanticLayerRouter = router({
  tables: procedure('semanticLayer.read')
    .input(layerTablesInput)
    .output(layerTables)
    .query(({ ctx, input }) => ctx.services.semanticLayer.tables(ctx.actor, input)),

  table: procedure('semanticLayer.read')
    .input(layerTableInput)
    .output(layerTable)
    .query(({ ctx, input }) => ctx.services.semanticLayer.table(ctx.actor, input)),

  entries: procedure('semanticLayer.read')
    .input(layerEntriesInput)
    .output(layerEntries)
    .query(({ ctx, input }) => ctx.services.semanticLayer.entries(ctx.actor, input)),

  thing: procedure('semanticLayer.read')
    .input(layerThingInput)
    .output(layerThing)
    .query(({ ctx, input }) => ctx.services.semanticLayer.thing(ctx.actor, input)),

  waiting: procedure('semanticLayer.read')
    .output(layerWaiting)
    .query(({ ctx }) => ctx.services.semanticLayer.waiting(ctx.actor)),

  stale: procedure('semanticLayer.read')
    .input(layerSourceInput)
    .output(z.array(staleEntry))
    .query(({ ctx, input }) => ctx.services.semanticLayer.stale(ctx.actor, input.dataSourceId)),

  propose: procedure('semanticLayer.write')
    .input(proposeInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.propose(ctx.actor, input)),

  confirm: procedure('semanticLayer.write')
    .input(layerThingInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.confirm(ctx.actor, input)),

  confirmMany: procedure('semanticLayer.write')
    .input(confirmManyInput)
    .output(z.object({ confirmed: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.confirmMany(ctx.actor, input)),

  changes: procedure('semanticLayer.read')
    .input(layerSourceInput)
    .output(layerChanges)
    .query(({ ctx, input }) => ctx.services.semanticLayer.changes(ctx.actor, input.dataSourceId)),

  discard: procedure('semanticLayer.write')
    .input(discardInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.discard(ctx.actor, input)),

  publish: procedure('semanticLayer.publish')
    .input(publishInput)
    .output(layerVersionSummary)
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.publish(ctx.actor, input)),

  versions: procedure('semanticLayer.read')
    .input(layerVersionsInput)
    .output(layerVersions)
    .query(({ ctx, input }) => ctx.services.semanticLayer.versions(ctx.actor, input)),

  version: procedure('semanticLayer.read')
    .input(layerVersionInput)
    .output(layerVersion)
    .query(({ ctx, input }) => ctx.services.semanticLayer.version(ctx.actor, input)),

  revert: procedure('semanticLayer.write')
    .input(layerVersionInput)
    .output(revertOutput)
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.revert(ctx.actor, input)),

  refreshSchema: procedure('semanticLayer.write')
    .input(layerSourceInput)
    .output(schemaDrift)
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.refreshSchema(ctx.actor, input.dataSourceId)),

  exportYaml: procedure('semanticLayer.read')
    .input(layerSourceInput)
    .output(layerFile)
    .query(({ ctx, input }) => ctx.services.semanticLayer.exportYaml(ctx.actor, input.dataSourceId)),

  importYaml: procedure('semanticLayer.write')
    .input(importYamlInput)
    .output(layerImport)
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.importYaml(ctx.actor, input)),

  importDbt: procedure('semanticLayer.write')
    .input(importDbtInput)
    .output(layerImport)
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.importDbt(ctx.actor, input)),

  documents: procedure('semanticLayer.read')
    .input(layerSourceInput)
    .output(z.array(layerDocument))
    .query(({ ctx, input }) => ctx.services.semanticLayer.documents(ctx.actor, input.dataSourceId)),

  document: procedure('semanticLayer.read')
    .input(documentInput)
    .output(layerDocumentText)
    .query(({ ctx, input }) => ctx.services.semanticLayer.document(ctx.actor, input)),

  addDocument: procedure('semanticLayer.write')
    .input(addDocumentInput)
    .output(layerDocument)
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.addDocument(ctx.actor, input)),

  removeDocument: procedure('semanticLayer.write')
    .input(documentInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.semanticLayer.removeDocument(ctx.actor, input)),
});
