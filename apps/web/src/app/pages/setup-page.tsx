import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Brand } from '../../components/ui/brand.tsx';
import { Wizard } from '../../features/setup/wizard.tsx';
import { session } from '../../lib/current-session.ts';
import { Preferences } from '../shell/preferences.tsx';
import { usePageTitle } from '../use-page-title.ts';

export function SetupPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  usePageTitle(t('setup.title'));
  return (
    <main className="mx-auto grid max-w-[980px] grid-cols-[minmax(0,1fr)] gap-5 px-4 py-6 sm:px-6 md:grid-cols-[260px_minmax(0,1fr)] md:gap-12 md:py-14">
      <Wizard
        head={
          <div className="mb-5 flex items-center justify-between md:mb-[30px]">
            <Brand large />
            <Preferences />
          </div>
        }
        onDone={(result) => {
          session.signedIn(result);
          void navigate({ to: '/chat', replace: true });
        }}
      />
    </main>
  );
}
