import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { type TableSearch, tableSearch } from '../lib/table-view.ts';
import { guardApp } from './guards.ts';
import { CrashPage } from './pages/crash-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { AppShell } from './shell/app-shell.tsx';
import { ShellSkeleton } from './shell/shell-skeleton.tsx';

/** Read by hand: a schema library for three words of text would cost more than the page. */
export const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 2_000) : undefined);

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error, reset }) => <CrashPage error={error} onRetry={reset} />,
});

/** Everything behind the sign-in. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  // Every list keeps its view in the address by the same names.
  validateSearch: (search): { find?: string } & TableSearch => {
    const find = text(search.find);
    return { ...(find ? { find } : {}), ...tableSearch(search) };
  },
  beforeLoad: guardApp,
  component: AppShell,
  pendingComponent: ShellSkeleton,
});
