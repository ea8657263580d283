import type { ConversationSummary } from '@majed-vanna/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/ui/button.tsx';
import { Menu, MenuItem } from '../../components/ui/menu.tsx';

interface ConversationItemProps {
  readonly conversation: ConversationSummary;
  readonly current: boolean;
  onRename(): void;
  onRemove(): void;
}

export function ConversationItem({ conversation, current, onRename, onRemove }: ConversationItemProps) {
  const { t } = useTranslation();
  const look = current ? 'bg-surface font-[520] text-ink shadow-[0_0_0_1px_var(--line)]' : 'text-ink-2 hover:bg-line/40 hover:text-ink';
  return (
    <li className={`group relative rounded-sm ${look}`}>
      <Link
        to="/chat/$conversationId"
        params={{ conversationId: conversation.id }}
        search={(kept) => kept}
        aria-current={current ? 'page' : undefined}
        className="block rounded-sm py-[7px] ps-2 pe-9 text-s outline-offset-[-2px]"
      >
        <span dir="auto" className="block truncate align-parent">
          {conversation.title}
        </span>
      </Link>
      <div
        className={`absolute end-0.5 top-px opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-popup-open:opacity-100 pointer-coarse:opacity-100 ${current ? 'opacity-100' : ''}`}
      >
        <Menu align="end" trigger={<IconButton icon="more" label={t('chat.actionsFor', { title: conversation.title })} />}>
          <MenuItem icon="edit" onClick={onRename}>
            {t('chat.rename')}
          </MenuItem>
          <MenuItem icon="trash" danger onClick={onRemove}>
            {t('chat.delete')}
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}
