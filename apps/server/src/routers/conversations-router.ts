import { conversation, conversationId, conversationSummary, listConversationsInput, renameConversationInput } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const conversationsRouter = router({
  list: procedure('conversation.read')
    .input(listConversationsInput)
    .output(z.array(conversationSummary))
    .query(({ ctx, input }) => ctx.services.conversations.list(ctx.actor, input)),

  get: procedure('conversation.read')
    .input(z.object({ id: conversationId }))
    .output(conversation)
    .query(({ ctx, input }) => ctx.services.conversations.get(ctx.actor, input.id)),

  rename: procedure('conversation.write')
    .input(renameConversationInput)
    .output(conversationSummary)
    .mutation(({ ctx, input }) => ctx.services.conversations.rename(ctx.actor, input)),

  remove: procedure('conversation.write')
    .input(z.object({ id: conversationId }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.conversations.remove(ctx.actor, input.id)),
});
