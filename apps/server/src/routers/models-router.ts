import {
  currency,
  modelAvailability,
  modelList,
  modelProfile,
  modelProfileId,
  modelProfileInput,
  modelQuotas,
  modelServerInput,
  modelTest,
  modelTestInput,
  roleModelInput,
  roleModels,
  roleQuotaInput,
  usageInput,
  usageRow,
  userQuotaInput,
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

  availability: procedure('question.ask')
    .output(modelAvailability)
    .query(({ ctx }) => ctx.services.modelAvailability.of(ctx.actor)),

  roles: procedure('model.read')
    .output(roleModels)
    .query(({ ctx }) => ctx.services.models.roles(ctx.actor)),

  setRole: procedure('model.write')
    .input(roleModelInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.models.setRole(ctx.actor, input)),

  quotas: procedure('model.read')
    .output(modelQuotas)
    .query(({ ctx }) => ctx.services.quotas.get(ctx.actor)),

  setRoleQuota: procedure('model.write')
    .input(roleQuotaInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.quotas.setRole(ctx.actor, input)),

  setUserQuota: procedure('model.write')
    .input(userQuotaInput)
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.quotas.setUser(ctx.actor, input)),

  setCurrency: procedure('model.write')
    .input(z.object({ currency }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.quotas.setCurrency(ctx.actor, input.currency)),

  usage: procedure('model.read')
    .input(usageInput)
    .output(z.array(usageRow))
    .query(({ ctx, input }) => ctx.services.modelUsage.usage(ctx.actor, input)),
});
