import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { appRoute, rootRoute, text } from './app-route.tsx';
import { evaluationRoute } from './evaluation-route.ts';
import { guardAdministrator, guardPassword, guardSetup, guardSignIn } from './guards.ts';
import { semanticsRoutes } from './semantics-routes.ts';

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

const newQuestionRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/chat',
  validateSearch: (search): { dataSourceId?: string } => {
    const dataSourceId = text(search.dataSourceId);
    return dataSourceId ? { dataSourceId } : {};
  },
  component: lazyRouteComponent(() => import('./pages/chat-page.tsx'), 'NewQuestionPage'),
});

const conversationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/chat/$conversationId',
  component: lazyRouteComponent(() => import('./pages/chat-page.tsx'), 'ConversationPage'),
});

const administrationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin',
  beforeLoad: () => {
    guardAdministrator();
    throw redirect({ to: '/admin/monitor', replace: true });
  },
});

const modelsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/models',
  validateSearch: ({ by, period }): { by?: 'user' | 'role' | 'model' | 'day'; period?: 'today' | 'month' } => ({
    ...(by === 'user' || by === 'role' || by === 'model' || by === 'day' ? { by } : {}),
    ...(period === 'today' || period === 'month' ? { period } : {}),
  }),
  beforeLoad: guardAdministrator,
  component: lazyRouteComponent(() => import('./pages/models-page.tsx'), 'ModelsPage'),
});

const toolsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/tools',
  beforeLoad: guardAdministrator,
  component: lazyRouteComponent(() => import('./pages/tools-page.tsx'), 'ToolsPage'),
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
  appRoute.addChildren([
    newQuestionRoute,
    conversationRoute,
    administrationRoute,
    evaluationRoute,
    memoryRoute,
    modelsRoute,
    monitorRoute,
    toolsRoute,
    myDataRoute,
    semanticsRoutes,
  ]),
]);

export const router = createRouter({ routeTree, defaultPreload: false, defaultPendingMs: 150, defaultPendingMinMs: 0 });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
