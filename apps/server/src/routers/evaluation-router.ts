import {
  caseFromAnswerInput,
  casesExport,
  casesExportInput,
  casesFromConversation,
  casesFromConversationInput,
  casesImported,
  casesImportInput,
  dataSourceId,
  evaluationComparison,
  evaluationRun,
  evaluationRunDetail,
  evaluationRunId,
  evaluationStarted,
  evaluationStartInput,
  goldenCase,
  goldenCaseInput,
  goldenCaseRef,
  goldenCasesInput,
  goldenSetId,
  goldenSetInput,
  goldenSetRename,
  goldenSetSummary,
} from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const evaluationRouter = router({
  sets: procedure('evaluation.read')
    .input(z.object({ dataSourceId }))
    .output(z.array(goldenSetSummary))
    .query(({ ctx, input }) => ctx.services.goldenSets.list(ctx.actor, input.dataSourceId)),

  createSet: procedure('evaluation.write')
    .input(goldenSetInput)
    .output(goldenSetSummary)
    .mutation(({ ctx, input }) => ctx.services.goldenSets.create(ctx.actor, input)),

  addSampleSet: procedure('evaluation.write')
    .input(z.object({ dataSourceId }))
    .output(goldenSetSummary)
    .mutation(({ ctx, input }) => ctx.services.goldenSets.addSampleSet(ctx.actor, input.dataSourceId)),

  renameSet: procedure('evaluation.write')
    .input(goldenSetRename)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.goldenSets.rename(ctx.actor, input)),

  removeSet: procedure('evaluation.write')
    .input(z.object({ id: goldenSetId }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.goldenSets.remove(ctx.actor, input.id)),

  cases: procedure('evaluation.read')
    .input(goldenCasesInput)
    .output(z.array(goldenCase))
    .query(({ ctx, input }) => ctx.services.goldenSets.cases(ctx.actor, input)),

  saveCase: procedure('evaluation.write')
    .input(goldenCaseInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.goldenSets.saveCase(ctx.actor, input)),

  removeCase: procedure('evaluation.write')
    .input(goldenCaseRef)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.goldenSets.removeCase(ctx.actor, input)),

  addFromAnswer: procedure('evaluation.write')
    .input(caseFromAnswerInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.goldenSets.addFromAnswer(ctx.actor, input)),

  addFromConversation: procedure('evaluation.write')
    .input(casesFromConversationInput)
    .output(casesFromConversation)
    .mutation(({ ctx, input }) => ctx.services.goldenSets.addFromConversation(ctx.actor, input)),

  importCases: procedure('evaluation.write')
    .input(casesImportInput)
    .output(casesImported)
    .mutation(({ ctx, input }) => ctx.services.goldenSets.importCases(ctx.actor, input)),

  exportCases: procedure('evaluation.read')
    .input(casesExportInput)
    .output(casesExport)
    .query(({ ctx, input }) => ctx.services.goldenSets.exportCases(ctx.actor, input)),

  runs: procedure('evaluation.read')
    .input(z.object({ dataSourceId }))
    .output(z.array(evaluationRun))
    .query(({ ctx, input }) => ctx.services.evaluations.list(ctx.actor, input.dataSourceId)),

  run: procedure('evaluation.read')
    .input(z.object({ id: evaluationRunId }))
    .output(evaluationRunDetail)
    .query(({ ctx, input }) => ctx.services.evaluations.get(ctx.actor, input.id)),

  compare: procedure('evaluation.read')
    .input(z.object({ before: evaluationRunId, after: evaluationRunId }))
    .output(evaluationComparison)
    .query(({ ctx, input }) => ctx.services.evaluations.compare(ctx.actor, input)),

  start: procedure('evaluation.write')
    .input(evaluationStartInput)
    .output(evaluationStarted)
    .mutation(({ ctx, input }) => ctx.services.evaluations.start(ctx.actor, input)),

  cancel: procedure('evaluation.write')
    .input(z.object({ id: evaluationRunId }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.evaluations.cancel(ctx.actor, input.id)),

  remove: procedure('evaluation.write')
    .input(z.object({ id: evaluationRunId }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.evaluations.remove(ctx.actor, input.id)),
});
