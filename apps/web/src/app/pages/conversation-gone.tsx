import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { usePageTitle } from '../use-page-title.ts';

export function ConversationGone() {
  const { t } = useTranslation();
  usePageTitle(t('shell.notFoundTitle'));
  return (
    <>
      <PageHeader title={t('shell.notFoundTitle')} />
      <main id="main">
        <EmptyState title={t('chat.conversationGone')} text={t('chat.conversationGoneText')}>
          <Link to="/chat" className={buttonClass('primary')}>
            {t('chat.newQuestion')}
          </Link>
        </EmptyState>
      </main>
    </>
  );
}
