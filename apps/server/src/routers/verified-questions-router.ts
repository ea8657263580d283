import {
  approveVerifiedInput,
  proposedVerified,
  proposeVerifiedInput,
  rejectVerifiedInput,
  seenVerifiedInput,
  updateVerifiedInput,
  verifiedQuestion,
  verifiedQuestionInput,
  verifiedQuestionList,
  verifiedQuestionListInput,
} from '@majed-vanna/contract';
import { procedure, router } from '../trpc.ts';

export const verifiedQuestionsRouter = router({
  propose: procedure('verifiedQuestion.propose')
    .input(proposeVerifiedInput)
    .output(proposedVerified)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.propose(ctx.actor, input)),

  list: procedure('verifiedQuestion.read')
    .input(verifiedQuestionListInput)
    .output(verifiedQuestionList)
    .query(({ ctx, input }) => ctx.services.verifiedQuestions.list(ctx.actor, input)),

  get: procedure('verifiedQuestion.read')
    .input(verifiedQuestionInput)
    .output(verifiedQuestion)
    .query(({ ctx, input }) => ctx.services.verifiedQuestions.get(ctx.actor, input.id)),

  update: procedure('verifiedQuestion.review')
    .input(updateVerifiedInput)
    .output(verifiedQuestion)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.update(ctx.actor, input)),

  check: procedure('verifiedQuestion.review')
    .input(verifiedQuestionInput)
    .output(verifiedQuestion)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.check(ctx.actor, input.id)),

  cancelCheck: procedure('verifiedQuestion.review')
    .input(verifiedQuestionInput)
    .output(verifiedQuestion)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.cancelCheck(ctx.actor, input.id)),

  approve: procedure('verifiedQuestion.review')
    .input(approveVerifiedInput)
    .output(verifiedQuestion)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.approve(ctx.actor, input)),

  reject: procedure('verifiedQuestion.review')
    .input(rejectVerifiedInput)
    .output(verifiedQuestion)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.reject(ctx.actor, input)),

  reopen: procedure('verifiedQuestion.review')
    .input(seenVerifiedInput)
    .output(verifiedQuestion)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.reopen(ctx.actor, input)),

  retire: procedure('verifiedQuestion.review')
    .input(seenVerifiedInput)
    .output(verifiedQuestion)
    .mutation(({ ctx, input }) => ctx.services.verifiedQuestions.retire(ctx.actor, input)),
});
