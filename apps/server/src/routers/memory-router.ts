import { memoryOverview, purged, purgeInput, retention } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const memoryRouter = router({
  overview: procedure('memory.read')
    .output(memoryOverview)
    .query(({ ctx }) => ctx.services.memory.overview(ctx.actor)),

  setRetention: procedure('memory.write')
    .input(retention)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.memory.setRetention(ctx.actor, input)),

  countPurge: procedure('memory.read')
    .input(purgeInput)
    .output(purged)
    .query(async ({ ctx, input }) => ({ conversations: await ctx.services.memory.countPurge(ctx.actor, input) })),

  purge: procedure('memory.write')
    .input(purgeInput)
    .output(purged)
    .mutation(async ({ ctx, input }) => ({ conversations: await ctx.services.memory.purge(ctx.actor, input) })),
});
