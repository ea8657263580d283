import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { type TableSearch, tableSearch } from '../lib/table-view.ts';
import { guardAdministrator, guardApp, guardPassword, guardSetup, guardSignIn } from './guards.ts';
import { CrashPage } from './pages/crash-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { AppShell } from './shell/app-shell.tsx';
import { ShellSkeleton } from './shell/shell-skeleton.tsx';

/** Read by hand: a schema library for three words of text would cost more than the page. */
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 2_000) : undefined);

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ({ error, reset }) => <CrashPage error={error} onRetry={reset} />,
});

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/chat', replace: true });
  },
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: guardSetup,
  component: lazyRouteComponent(() => import('./pages/setup-page.tsx'), 'SetupPage'),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => {
    const next = text(search.next);
    // Only paths of this page: a full address could lead a person who just signed in elsewhere.
    return next?.startsWith('/') && !next.startsWith('//') ? { next } : {};
  },
  beforeLoad: guardSignIn,
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  beforeLoad: guardPassword,
  component: lazyRouteComponent(() => import('./pages/password-page.tsx'), 'PasswordPage'),
});

const appRoute = createRoute({
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

const newQuestionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/chat',
  component: lazyRouteComponent(() => import('./pages/chat-page.tsx'), 'NewQuestionPage'),
});

const conversationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/chat/$conversationId',
  component: lazyRouteComponent(() => import('./pages/chat-page.tsx'), 'ConversationPage'),
});

const modelsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/models',
  beforeLoad: guardAdministrator,
  component: lazyRouteComponent(() => import('./pages/models-page.tsx'), 'ModelsPage'),
});

const monitorRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/monitor',
  beforeLoad: guardAdministrator,
  component: lazyRouteComponent(() => import('./pages/monitor-page.tsx'), 'MonitorPage'),
});

const memoryRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/memory',
  beforeLoad: guardAdministrator,
  component: lazyRouteComponent(() => import('./pages/memory-page.tsx'), 'MemoryPage'),
});

const myDataRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/my-data',
  component: lazyRouteComponent(() => import('./pages/my-data-page.tsx'), 'MyDataPage'),
});

const routeTree = rootRoute.addChildren([
  indexRoute,
  setupRoute,
  signInRoute,
  passwordRoute,
  appRoute.addChildren([newQuestionRoute, conversationRoute, memoryRoute, modelsRoute, monitorRoute, myDataRoute]),
]);

export const router = createRouter({ routeTree, defaultPreload: false, defaultPendingMs: 150, defaultPendingMinMs: 0 });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
