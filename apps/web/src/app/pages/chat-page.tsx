import type { ConversationId, RunId } from '@majed-vanna/contract';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Composer, type ComposerHandle } from '../../features/answers/composer.tsx';
import { ModelNotice } from '../../features/answers/model-notice.tsx';
import { mergeTurns, useStartedTurns } from '../../features/answers/started-turns.ts';
import { SuggestedQuestions } from '../../features/answers/suggested-questions.tsx';
import { Thread } from '../../features/answers/thread.tsx';
import { ThreadSkeleton } from '../../features/answers/thread-skeleton.tsx';
import { useAsk } from '../../features/answers/use-ask.ts';
import { useRunOf } from '../../features/answers/use-run.ts';
import { errorCodeOf, shownFailure } from '../../lib/api-error.ts';
import { trpc } from '../../lib/trpc.ts';
import { useOnline } from '../../lib/use-online.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { SourceChip } from '../shell/source-chip.tsx';
import { SourceSelect } from '../shell/source-select.tsx';
import { useChosenSource } from '../use-chosen-source.ts';
import { usePageTitle } from '../use-page-title.ts';
import { ConversationGone } from './conversation-gone.tsx';

export function NewQuestionPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const online = useOnline();
  const composer = useRef<ComposerHandle>(null);
  usePageTitle(t('chat.newQuestion'));
  const { dataSourceId: named } = useSearch({ from: '/app/chat' });
  const { sources, source } = useChosenSource(named);
  const several = (sources.data?.length ?? 0) > 1;
  const chosen = several && source ? { dataSourceId: source.id } : {};
  const ask = useAsk(
    'new',
    ({ conversationId }) =>
      void navigate({
        to: '/chat/$conversationId',
        params: { conversationId },
        search: ({ dataSourceId: _, ...kept }) => kept,
      }),
  );
  const start = (question: string) => ask.mutate({ question, ...chosen }, { onError: () => composer.current?.write(question) });
  return (
    <>
      <PageHeader title={t('chat.newQuestion')}>
        {several && source && sources.data ? (
          <SourceSelect
            sources={sources.data}
            chosen={source}
            onChoose={(dataSourceId) => void navigate({ to: '/chat', search: (kept) => ({ ...kept, dataSourceId }), replace: true })}
          />
        ) : (
          <SourceChip dataSourceId={null} />
        )}
      </PageHeader>
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        <div className="min-h-0 flex-1 overflow-y-auto px-4 [scrollbar-gutter:stable_both-edges] md:px-6">
          <SuggestedQuestions dataSourceId={several ? source?.id : undefined} disabled={ask.isPending || !online} onAsk={start} />
        </div>
        <Foot error={ask.error}>
          <Composer
            handle={composer}
            draftKey="new"
            asking={ask.isPending}
            running={false}
            stopping={false}
            disabled={!online}
            onAsk={start}
            onStop={() => undefined}
          />
        </Foot>
      </main>
    </>
  );
}

export function ConversationPage() {
  const params = useParams({ from: '/app/chat/$conversationId' });
  // The server says `not_found` to anything that is no id of its own.
  const id = params.conversationId as ConversationId;
  return <OpenConversation key={id} id={id} />;
}

function OpenConversation({ id }: { readonly id: ConversationId }) {
  const { t } = useTranslation();
  const online = useOnline();
  const composer = useRef<ComposerHandle>(null);
  const queries = trpc.useUtils();
  const started = useStartedTurns(id);
  const conversation = trpc.conversations.get.useQuery({ id }, { refetchOnWindowFocus: false, refetchOnReconnect: false });
  const turns = mergeTurns(conversation.data?.turns ?? [], started);
  const newest = turns.at(-1);
  const run = useRunOf(newest);
  const running = newest !== undefined && run?.view.outcome === null && run.connection !== 'broken';
  const ask = useAsk(id, () => undefined);
  const cancel = trpc.answers.cancel.useMutation();
  const title = conversation.data?.title ?? started[0]?.question ?? t('shell.loading');
  usePageTitle(title);

  const follow = (question: string) => ask.mutate({ question, conversationId: id }, { onError: () => composer.current?.write(question) });
  const stop = () => newest && running && !cancel.isPending && cancel.mutate({ runId: newest.runId });
  useEscape(stop);

  // The server's list of conversations: a finished run may have named this one anew, and shown how the model is.
  const outcome = run?.view.outcome;
  const seenRunning = useRef<RunId | null>(null);
  const newestRun = newest?.runId;
  const startedHere = started.some(({ runId }) => runId === newestRun);
  useEffect(() => {
    if (!newestRun || outcome === undefined) return;
    if (outcome === null) seenRunning.current = newestRun;
    // What was over when the page came up has changed nothing since.
    else if (startedHere || seenRunning.current === newestRun) {
      void queries.conversations.list.invalidate();
      void queries.models.availability.invalidate();
    }
  }, [newestRun, outcome, startedHere, queries]);

  // An address may hold anything: what is no id, or not one's own, is a conversation that does not exist.
  const missing = conversation.isError && turns.length === 0;
  if (missing && ['not_found', 'invalid_input'].includes(errorCodeOf(conversation.error))) return <ConversationGone />;
  return (
    <>
      <PageHeader title={title}>{conversation.data && <SourceChip dataSourceId={conversation.data.dataSourceId} />}</PageHeader>
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        <div className="[container-type:size] min-h-0 flex-1 overflow-y-auto px-4 pt-[26px] [scrollbar-gutter:stable_both-edges] md:px-6">
          {missing && <ErrorNotice error={conversation.error} onRetry={() => conversation.refetch()} className="mx-auto max-w-[880px]" />}
          {conversation.isPending && turns.length === 0 && <ThreadSkeleton />}
          <Thread
            turns={turns}
            disabled={ask.isPending || running || !online}
            onAsk={follow}
            onEdit={(question) => composer.current?.write(question)}
          />
        </div>
        <Foot error={ask.error ?? cancel.error}>
          <Composer
            handle={composer}
            draftKey={id}
            asking={ask.isPending}
            running={running}
            stopping={cancel.isPending || (cancel.isSuccess && running && cancel.variables?.runId === newest?.runId)}
            disabled={!online}
            onAsk={follow}
            onStop={stop}
          />
        </Foot>
      </main>
    </>
  );
}

function Foot({ error, children }: { readonly error: unknown; readonly children: React.ReactNode }) {
  const failure = shownFailure(error);
  // It keeps the room of the scroll bar above it: both stand in one column.
  return (
    <div className="shrink-0 overflow-y-hidden px-4 pt-3 pb-4 [scrollbar-gutter:stable_both-edges] md:px-6 md:pb-5">
      {failure && <ErrorNotice error={failure} className="mx-auto mb-2.5 max-w-[880px]" />}
      <ModelNotice />
      {children}
    </div>
  );
}

function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  // The keyboard of the whole page; a dialog or a menu that is open takes the key first.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('[role=dialog],[role=alertdialog],[role=menu]'))
        latest.current();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
