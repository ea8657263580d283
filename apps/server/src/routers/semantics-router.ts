import { dataSourceId, language, semanticSearchInput, semanticSearchResult, semanticsOverview } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const semanticsRouter = router({
  overview: procedure('semantics.read')
    .input(z.object({ dataSourceId: dataSourceId.optional(), language: language.optional() }))
    .output(semanticsOverview)
    .query(({ ctx, input }) => ctx.services.semantics.overview(ctx.actor, input.dataSourceId, input.language)),
  search: procedure('semantics.read')
    .input(semanticSearchInput)
    .output(semanticSearchResult)
    .query(({ ctx, input }) => ctx.services.retrieval.search(ctx.actor, input)),
});
