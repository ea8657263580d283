import { Navigate, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../lib/current-session.ts';
import { ConnectionNotices } from './connection-notices.tsx';
import { Sidebar } from './sidebar.tsx';
import { SidebarDrawer } from './sidebar-drawer.tsx';
import { signOut } from './sign-out.ts';
import { useShellKeys } from './use-shell-keys.ts';

const ReLoginDialog = lazy(() =>
  import('../../features/session/re-login-dialog.tsx').then((module) => ({ default: module.ReLoginDialog })),
);
const CommandPalette = lazy(() => import('./command-palette.tsx').then((module) => ({ default: module.CommandPalette })));
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx').then((module) => ({ default: module.ShortcutSheet })));

type Overlay = 'palette' | 'shortcuts' | null;

/** What stands around every page of someone who is signed in. */
export function AppShell() {
  const { t } = useTranslation();
  const session = useSession();
  const [overlay, setOverlay] = useState<Overlay>(null);
  useShellKeys({ onPalette: () => setOverlay('palette'), onShortcuts: () => setOverlay('shortcuts') });
  if (session.status === 'signed_out') return <Navigate to="/sign-in" replace />;
  if (session.status === 'signed_in' && session.user.mustChangePassword) return <Navigate to="/password" replace />;
  return (
    <div className="relative grid h-dvh overflow-clip grid-cols-[minmax(0,1fr)] md:grid-cols-[264px_minmax(0,1fr)]">
      <a href="#main" className="sr-only z-50 rounded-sm bg-surface px-3 py-2 focus:not-sr-only focus:fixed focus:start-3 focus:top-3">
        {t('shell.skipToContent')}
      </a>
      <aside className="hidden min-h-0 flex-col border-e border-line bg-sunken px-3 pt-3.5 pb-2 md:flex">
        <Sidebar onShortcuts={() => setOverlay('shortcuts')} />
      </aside>
      <div className="flex min-h-0 flex-col">
        <ConnectionNotices />
        <Outlet />
      </div>
      <SidebarDrawer onShortcuts={() => setOverlay('shortcuts')} />
      <Suspense fallback={null}>
        {session.status === 'expired' && <ReLoginDialog user={session.user} onOther={() => void signOut()} />}
        {overlay === 'palette' && <CommandPalette onClose={() => setOverlay(null)} onShortcuts={() => setOverlay('shortcuts')} />}
        {overlay === 'shortcuts' && <ShortcutSheet onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  );
}
