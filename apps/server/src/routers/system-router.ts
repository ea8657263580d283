import { breakerKey, breakerStatus, healthReport } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const systemRouter = router({
  health: procedure('system.read')
    .output(healthReport)
    .query(({ ctx }) => ctx.services.health.check()),

  breakers: procedure('system.read')
    .output(z.array(breakerStatus))
    .query(({ ctx }) => ctx.services.breakers.list(ctx.actor)),

  resetBreaker: procedure('system.write')
    .input(z.object({ key: breakerKey }))
    .output(breakerStatus)
    .mutation(({ ctx, input }) => ctx.services.breakers.reset(ctx.actor, input.key)),
});
