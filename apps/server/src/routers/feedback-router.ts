import { answerFeedback, feedbackInput, feedbackList, feedbackListInput, feedbackOfAnswerInput } from '@majed-vanna/contract';
import { procedure, router } from '../trpc.ts';

export const feedbackRouter = router({
  give: procedure('feedback.write')
    .input(feedbackInput)
    .output(answerFeedback)
    .mutation(({ ctx, input }) => ctx.services.feedback.give(ctx.actor, input)),

  takeBack: procedure('feedback.write')
    .input(feedbackOfAnswerInput)
    .output(answerFeedback)
    .mutation(({ ctx, input }) => ctx.services.feedback.takeBack(ctx.actor, input.runId)),

  ofAnswer: procedure('feedback.write')
    .input(feedbackOfAnswerInput)
    .output(answerFeedback)
    .query(({ ctx, input }) => ctx.services.feedback.ofAnswer(ctx.actor, input.runId)),

  list: procedure('feedback.read')
    .input(feedbackListInput)
    .output(feedbackList)
    .query(({ ctx, input }) => ctx.services.feedback.list(ctx.actor, input)),
});
