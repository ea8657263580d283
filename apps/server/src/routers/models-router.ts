import {
  modelList,
  modelProfile,
  modelProfileId,
  modelProfileInput,
  modelServerInput,
  modelTest,
  modelTestInput,
} from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const modelsRouter = router({
  list: procedure('model.read')
    .input(z.object({}))
    .output(z.array(modelProfile))
    .query(({ ctx }) => ctx.services.models.list(ctx.actor)),

  create: procedure('model.write')
    .input(modelProfileInput)
    .output(modelProfile)
    .mutation(({ ctx, input }) => ctx.services.models.create(ctx.actor, input)),

  update: procedure('model.write')
    .input(modelProfileInput.required({ id: true }))
    .output(modelProfile)
    .mutation(({ ctx, input }) => ctx.services.models.update(ctx.actor, input)),

  remove: procedure('model.write')
    .input(z.object({ id: modelProfileId }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.models.remove(ctx.actor, input.id)),

  activate: procedure('model.write')
    .input(z.object({ id: modelProfileId.nullable() }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.models.activate(ctx.actor, input.id)),

  listModels: procedure('model.write')
    .input(modelServerInput)
    .output(modelList)
    .mutation(({ ctx, input }) => ctx.services.models.listModels(ctx.actor, input)),

  test: procedure('model.write')
    .input(modelTestInput)
    .output(modelTest)
    .mutation(({ ctx, input }) => ctx.services.models.test(ctx.actor, input)),
});
