import { downloadLink, myData, purged } from '@majed-vanna/contract';
import { procedure, router } from '../trpc.ts';

export const myDataRouter = router({
  get: procedure('profile.read')
    .output(myData)
    .query(({ ctx }) => ctx.services.myData.get(ctx.actor)),

  download: procedure('profile.read')
    .output(downloadLink)
    .mutation(({ ctx }) => ({ url: ctx.downloads.issue(ctx, { kind: 'my_data' }) })),

  remove: procedure('profile.write')
    .output(purged)
    .mutation(async ({ ctx }) => ({ conversations: await ctx.services.myData.remove(ctx.actor) })),
});
