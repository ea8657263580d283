import type { ConversationId, ConversationSummary } from '@majed-vanna/contract';
import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button.tsx';
import { ErrorNotice } from '../../components/ui/error-notice.tsx';
import { Loading, Skeleton } from '../../components/ui/skeleton.tsx';
import { trpc } from '../../lib/trpc.ts';
import { ConversationItem } from './conversation-item.tsx';
import { DeleteConversation } from './delete-conversation.tsx';
import { groupByAge } from './group-by-age.ts';
import { CONVERSATIONS_A_PAGE } from './page-length.ts';
import { RenameConversation } from './rename-conversation.tsx';
import { SearchField } from './search-field.tsx';

interface ConversationListProps {
  readonly current: ConversationId | null;
  readonly find: string;
  onFind(find: string): void;
  onRemoved(id: ConversationId): void;
}

/** The history: searched on the server, grouped by age. */
export function ConversationList({ current, find, onFind, onRemoved }: ConversationListProps) {
  const { t } = useTranslation();
  const search = useDeferredValue(find.trim());
  const conversations = trpc.conversations.list.useInfiniteQuery(search ? { search } : {}, {
    placeholderData: keepPreviousData,
    getNextPageParam: (page) => (page.length < CONVERSATIONS_A_PAGE ? null : page.at(-1)),
  });
  const known = conversations.data?.pages.flat();
  const [renaming, setRenaming] = useState<ConversationSummary | null>(null);
  const [removing, setRemoving] = useState<ConversationSummary | null>(null);
  return (
    <nav aria-label={t('chat.history')} className="flex min-h-0 flex-1 flex-col">
      <SearchField value={find} onChange={onFind} />
      <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 pb-3">
        {conversations.isPending && <ListSkeleton />}
        {conversations.isError && <ErrorNotice error={conversations.error} onRetry={() => conversations.refetch()} className="mt-2" />}
        {known?.length === 0 && <p className="px-2 py-3 text-s text-ink-3">{t(search ? 'chat.nothingFound' : 'chat.noHistory')}</p>}
        {groupByAge(known ?? [], new Date()).map((group) => (
          <section key={group.age}>
            <h2 className="px-2 pt-2.5 pb-1 text-xs font-strong tracking-[0.02em] text-ink-3">{t(`chat.${group.age}`)}</h2>
            <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
              {group.conversations.map((conversation) => (
                <ConversationItem
                  key={conversation.id}
                  conversation={conversation}
                  current={conversation.id === current}
                  onRename={() => setRenaming(conversation)}
                  onRemove={() => setRemoving(conversation)}
                />
              ))}
            </ul>
          </section>
        ))}
        {conversations.hasNextPage && (
          <Button className="mt-2 w-full" busy={conversations.isFetchingNextPage} onClick={() => conversations.fetchNextPage()}>
            {t('chat.showOlder')}
          </Button>
        )}
      </div>
      {renaming && <RenameConversation key={renaming.id} conversation={renaming} onClose={() => setRenaming(null)} />}
      <DeleteConversation conversation={removing} onClose={() => setRemoving(null)} onRemoved={onRemoved} />
    </nav>
  );
}

function ListSkeleton() {
  return (
    <Loading>
      <div className="grid gap-4 px-2 py-4">
        {['w-4/5', 'w-3/5', 'w-2/3', 'w-1/2', 'w-3/4'].map((width) => (
          <Skeleton key={width} className={`h-3.5 ${width}`} />
        ))}
      </div>
    </Loading>
  );
}
