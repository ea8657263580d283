import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { appRoute, text } from './app-route.tsx';
import { guardAdministrator } from './guards.ts';

/** The source whose meaning is looked at, and which statements of it. */
interface SemanticsSearch {
  readonly dataSourceId?: string;
  readonly state?: string;
}

const pages = () => import('./pages/semantics/semantics-pages.tsx');

export const semanticsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/semantics',
  validateSearch: (search): SemanticsSearch => {
    const [dataSourceId, state] = [text(search.dataSourceId), text(search.state)];
    return { ...(dataSourceId ? { dataSourceId } : {}), ...(state ? { state } : {}) };
  },
  beforeLoad: guardAdministrator,
  component: lazyRouteComponent(() => import('./pages/semantics/semantics-frame.tsx'), 'SemanticsFrame'),
});

const indexRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/admin/semantics/tables', search, replace: true });
  },
});

const tablesRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/tables',
  component: lazyRouteComponent(pages, 'TablesPage'),
});

const tableRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  // The key stands in the search: a server takes a last part with a dot for a file.
  path: '/tables/table',
  validateSearch: (search): { key?: string } => {
    const key = text(search.key);
    return key ? { key } : {};
  },
  component: lazyRouteComponent(pages, 'TablePage'),
});

const metricsRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/metrics',
  component: lazyRouteComponent(pages, 'MetricsPage'),
});

const dimensionsRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/dimensions',
  component: lazyRouteComponent(pages, 'DimensionsPage'),
});

const joinsRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/joins',
  component: lazyRouteComponent(pages, 'JoinsPage'),
});

const glossaryRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/glossary',
  component: lazyRouteComponent(pages, 'GlossaryPage'),
});

const documentsRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/documents',
  component: lazyRouteComponent(pages, 'DocumentsPage'),
});

const learningPages = () => import('./pages/semantics/learning-pages.tsx');

const verifiedRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/verified',
  component: lazyRouteComponent(learningPages, 'VerifiedPage'),
});

const draftsRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/drafts',
  component: lazyRouteComponent(learningPages, 'DraftsPage'),
});

const rejectedRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/rejected',
  component: lazyRouteComponent(learningPages, 'RejectedPage'),
});

const changesRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/changes',
  component: lazyRouteComponent(pages, 'ChangesPage'),
});

const versionsRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/versions',
  component: lazyRouteComponent(pages, 'VersionsPage'),
});

const filesRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/files',
  component: lazyRouteComponent(pages, 'FilesPage'),
});

const searchRoute = createRoute({
  getParentRoute: () => semanticsRoute,
  path: '/search',
  component: lazyRouteComponent(pages, 'SearchPage'),
});

export const semanticsRoutes = semanticsRoute.addChildren([
  indexRoute,
  tablesRoute,
  tableRoute,
  metricsRoute,
  dimensionsRoute,
  joinsRoute,
  glossaryRoute,
  documentsRoute,
  verifiedRoute,
  draftsRoute,
  rejectedRoute,
  changesRoute,
  versionsRoute,
  filesRoute,
  searchRoute,
]);
