import {
  answerEventsInput,
  answerPrompt,
  askedQuestion,
  askInput,
  askOutput,
  downloadLink,
  exportInput,
  rerunInput,
  resultPage,
  resultPageInput,
  runId,
  suggestionsInput,
  suggestionsOutput,
} from '@majed-vanna/contract';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const answersRouter = router({
  ask: procedure('question.ask')
    .input(askInput)
    .output(askOutput)
    .mutation(({ ctx, input }) => ctx.services.answers.ask(ctx.actor, input)),

  /** Every event carries its sequence number as id: a client that lost its connection goes on behind the last one it saw. */
  events: procedure('answer.read')
    .input(answerEventsInput)
    .subscription(async function* ({ ctx, input, signal }) {
      const open = (stop: AbortSignal) => ctx.services.answers.events(ctx.actor, input.runId, Number(input.lastEventId ?? 0), stop);
      for await (const { seq, event } of ctx.streams.guard(ctx, 'answer.read', signal, open)) yield tracked(String(seq), event);
    }),

  prompt: procedure('model.read')
    .input(z.object({ runId }))
    .output(answerPrompt.nullable())
    .query(({ ctx, input }) => ctx.services.answers.prompt(ctx.actor, input.runId)),

  asked: procedure('answer.read')
    .input(z.object({ runId }))
    .output(askedQuestion)
    .query(({ ctx, input }) => ctx.services.answers.asked(ctx.actor, input.runId)),

  rerun: procedure('answer.rerun')
    .input(rerunInput)
    .output(askOutput)
    .mutation(({ ctx, input }) => ctx.services.answers.rerun(ctx.actor, input)),

  cancel: procedure('question.ask')
    .input(z.object({ runId }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.answers.cancel(ctx.actor, input.runId)),

  page: procedure('answer.read')
    .input(resultPageInput)
    .output(resultPage)
    .query(({ ctx, input }) => ctx.services.answers.page(ctx.actor, input)),

  exportTicket: procedure('answer.export')
    .input(exportInput)
    .output(downloadLink)
    .mutation(({ ctx, input }) => ({ url: ctx.downloads.issue(ctx, { kind: 'answer', input }) })),

  suggestions: procedure('question.ask')
    .input(suggestionsInput)
    .output(suggestionsOutput)
    .query(async ({ ctx, input }) => ({ questions: await ctx.services.answers.suggestions(ctx.actor, input) })),
});
