import { toolEntry, toolSwitchInput } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const toolsRouter = router({
  list: procedure('tool.read')
    .output(z.array(toolEntry))
    .query(({ ctx }) => ctx.services.tools.list(ctx.actor)),

  setEnabled: procedure('tool.write')
    .input(toolSwitchInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.tools.setEnabled(ctx.actor, input)),
});
