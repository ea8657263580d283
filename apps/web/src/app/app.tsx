import { CSPProvider } from '@base-ui/react/csp-provider';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Toasts } from '../components/ui/toasts.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { trpc, trpcReactClient } from '../lib/trpc.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { router } from './router.tsx';

const queryClient = createQueryClient();

export function App() {
  const language = useLanguage();
  return (
    <ErrorBoundary>
      <CSPProvider disableStyleElements>
        <DirectionProvider direction={language === 'ar' ? 'rtl' : 'ltr'}>
          <trpc.Provider client={trpcReactClient} queryClient={queryClient}>
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
              <Toasts />
            </QueryClientProvider>
          </trpc.Provider>
        </DirectionProvider>
      </CSPProvider>
    </ErrorBoundary>
  );
}
