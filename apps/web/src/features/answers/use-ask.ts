import type { ConversationId, RunId } from '@majed-vanna/contract';
import { trpc } from '../../lib/trpc.ts';
import { rememberQuestion } from './asked-questions.ts';
import { keepDraft } from './draft.ts';
import { addStartedTurn } from './started-turns.ts';

interface Asked {
  readonly runId: RunId;
  readonly conversationId: ConversationId;
}

/** Asks a question; the turn is on the page as soon as the server has taken it. */
export function useAsk(draftKey: string, onAsked: (asked: Asked) => void) {
  const queries = trpc.useUtils();
  return trpc.answers.ask.useMutation({
    onSuccess(asked, input) {
      rememberQuestion(input.question);
      addStartedTurn(asked.conversationId, asked.runId, input.question, new Date().toISOString());
      // Nobody has said anything of it yet: nothing has to be asked for.
      queries.feedback.ofAnswer.setData({ runId: asked.runId }, { verdict: null, comment: '', proposed: false });
      // The list takes a question in an old conversation up when it is answered.
      if (!input.conversationId) void queries.conversations.list.invalidate();
      onAsked(asked);
    },
    // Also for whoever has left the page meanwhile.
    onError: (_, { question }) => keepDraft(draftKey, question),
  });
}
