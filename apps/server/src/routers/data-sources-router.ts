import { dataSourceSummary } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const dataSourcesRouter = router({
  list: procedure('dataSource.read')
    .output(z.array(dataSourceSummary))
    .query(({ ctx }) => ctx.services.dataSources.list(ctx.actor)),
});
