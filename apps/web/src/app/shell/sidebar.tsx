import type { ConversationId } from '@majed-vanna/contract';
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../components/ui/brand.tsx';
import { buttonClass } from '../../components/ui/button.tsx';
import { ConversationList } from '../../features/conversations/conversation-list.tsx';
import { AdminNav } from './admin-nav.tsx';
import { UserMenu } from './user-menu.tsx';

export function Sidebar({ onShortcuts }: { onShortcuts(): void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { find = '' } = useSearch({ from: '/app' });
  const administers = useLocation({ select: ({ pathname }) => pathname.startsWith('/admin') });
  const params = useParams({ strict: false });
  // The address holds text; only ids of this list match it.
  const current = (params.conversationId ?? null) as ConversationId | null;
  return (
    <>
      <div className="px-1.5 pt-1 pb-3.5">
        <Brand />
      </div>
      <Link to="/chat" className={`${buttonClass()} mb-2.5 w-full`}>
        {t(administers ? 'shell.toQuestions' : 'chat.newQuestion')}
      </Link>
      {administers ? (
        <AdminNav />
      ) : (
        <ConversationList
          current={current}
          find={find}
          onFind={(next) => void navigate({ to: '.', search: next ? { find: next } : {}, replace: true })}
          onRemoved={(id) => id === current && void navigate({ to: '/chat', replace: true })}
        />
      )}
      <div className="border-t border-line pt-1.5">
        <UserMenu onShortcuts={onShortcuts} />
      </div>
    </>
  );
}
