import { completeSetupInput, dataSourceInput, dataSourceTest, setupCode, setupState, signedIn } from '@majed-vanna/contract';
import { z } from 'zod';
import { publicProcedure, router } from '../trpc.ts';

export const setupRouter = router({
  state: publicProcedure.output(setupState).query(({ ctx }) => ctx.services.setup.state()),

  verifyCode: publicProcedure
    .input(z.object({ code: setupCode }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.setup.verifyCode(input.code)),

  testDataSource: publicProcedure
    .input(z.object({ code: setupCode, dataSource: dataSourceInput }))
    .output(dataSourceTest)
    .mutation(({ ctx, input }) => ctx.services.setup.testDataSource(input)),

  complete: publicProcedure
    .input(completeSetupInput)
    .output(signedIn)
    .mutation(async ({ ctx, input }) => ctx.refreshCookie.keep(await ctx.services.setup.complete(input, ctx.client))),
});
