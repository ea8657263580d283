import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { appRoute, text } from './app-route.tsx';
import { guardAdministrator } from './guards.ts';

/** Which source, which set or evaluation of it, and what of that is looked at. */
interface EvaluationSearch {
  readonly dataSourceId?: string;
  readonly withChanges?: boolean;
  readonly view?: 'cases';
  readonly setId?: string;
  readonly run?: string;
  readonly against?: string;
  readonly verdict?: string;
}

export const evaluationRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/admin/evaluation',
  validateSearch: (search): EvaluationSearch => {
    const named = (['dataSourceId', 'setId', 'run', 'against', 'verdict'] as const).flatMap((name) => {
      const value = text(search[name]);
      return value ? [[name, value] as const] : [];
    });
    return {
      ...Object.fromEntries(named),
      ...(search.withChanges === true ? { withChanges: true } : {}),
      ...(search.view === 'cases' ? { view: 'cases' } : {}),
    };
  },
  beforeLoad: guardAdministrator,
  component: lazyRouteComponent(() => import('./pages/evaluation-page.tsx'), 'EvaluationPage'),
});
