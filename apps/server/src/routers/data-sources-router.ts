import { dataSourceSummary, dataToLlmInput } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const dataSourcesRouter = router({
  list: procedure('dataSource.read')
    .output(z.array(dataSourceSummary))
    .query(({ ctx }) => ctx.services.dataSources.list(ctx.actor)),

  setDataToLlm: procedure('dataSource.write')
    .input(dataToLlmInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.dataSources.setDataToLlm(ctx.actor, input)),
});
