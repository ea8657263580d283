import { healthReport } from '@majed-vanna/contract';
import { procedure, router } from '../trpc.ts';

export const systemRouter = router({
  health: procedure('system.read')
    .output(healthReport)
    .query(({ ctx }) => ctx.services.health.check()),
});
