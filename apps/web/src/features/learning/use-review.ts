import { trpc } from '../../lib/trpc.ts';

/** What a reviewer does; every list is read again afterwards, also after a conflict. */
export function useReview() {
  const queries = trpc.useUtils();
  const again = {
    onSettled: () => Promise.all([queries.verifiedQuestions.list.invalidate(), queries.semanticLayer.waiting.invalidate()]),
  };
  return {
    check: trpc.verifiedQuestions.check.useMutation(again),
    cancel: trpc.verifiedQuestions.cancelCheck.useMutation(again),
    approve: trpc.verifiedQuestions.approve.useMutation(again),
    reject: trpc.verifiedQuestions.reject.useMutation(again),
    reopen: trpc.verifiedQuestions.reopen.useMutation(again),
    retire: trpc.verifiedQuestions.retire.useMutation(again),
    update: trpc.verifiedQuestions.update.useMutation(again),
  };
}
