import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../components/ui/button.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { usePageTitle } from '../use-page-title.ts';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('shell.notFoundTitle'));
  return (
    <main className="pt-[12vh]">
      <EmptyState page title={t('shell.notFoundTitle')} text={t('shell.notFoundText')}>
        <Link to="/chat" className={buttonClass('primary')}>
          {t('shell.toQuestions')}
        </Link>
      </EmptyState>
    </main>
  );
}
