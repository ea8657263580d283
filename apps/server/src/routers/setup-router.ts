import {
  completeSetupInput,
  dataSourceInput,
  dataSourceTest,
  firstModelServer,
  firstModelTest,
  modelList,
  modelTest,
  setupCode,
  setupState,
  signedIn,
} from '@majed-vanna/contract';
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

  listModels: publicProcedure
    .input(z.object({ code: setupCode, server: firstModelServer }))
    .output(modelList)
    .mutation(({ ctx, input }) => ctx.services.setup.listModels(input)),

  testLanguageModel: publicProcedure
    .input(z.object({ code: setupCode, model: firstModelTest }))
    .output(modelTest)
    .mutation(({ ctx, input }) => ctx.services.setup.testLanguageModel(input)),

  complete: publicProcedure
    .input(completeSetupInput)
    .output(signedIn)
    .mutation(async ({ ctx, input }) => ctx.refreshCookie.keep(await ctx.services.setup.complete(input, ctx.client))),
});
