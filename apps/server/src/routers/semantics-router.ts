import { dataSourceId, semanticsOverview } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const semanticsRouter = router({
  overview: procedure('semantics.read')
    .input(z.object({ dataSourceId: dataSourceId.optional() }))
    .output(semanticsOverview)
    .query(({ ctx, input }) => ctx.services.semantics.overview(ctx.actor, input.dataSourceId)),
});
