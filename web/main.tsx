import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './ui/theme/page.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { kioskFlag } from './answering/kiosk/kiosk-flag.ts';
import { Offline, Problem } from './ui/api/problem.ts';
import { theme } from './ui/theme/theme.ts';

// A refusal will not change by asking again; a lost network may.
const retry = (count: number, error: Error) => !(error instanceof Problem) && error instanceof Offline && count < 3;
const queries = new QueryClient({ defaultOptions: { queries: { retry, staleTime: 5_000, refetchOnWindowFocus: true }, mutations: { retry: false } } });

// Whoever answers by link loads nothing of the staff app, and the staff app is not there to be gone back to.
const App = lazy(async () => {
  if (window.location.pathname === '/questions') return { default: (await import('./answering/questions-page.tsx')).QuestionsPage };
  if (window.location.pathname === '/answer') return { default: (await import('./answering/appointment-page.tsx')).AppointmentPage };
  // A tablet for check-in shows nothing else, whatever is typed for an address.
  if (kioskFlag.isRaised() || window.location.pathname === '/kiosk') return { default: (await import('./answering/kiosk/kiosk-page.tsx')).KioskPage };
  const { router } = await import('./staff/app.tsx');
  return { default: () => <RouterProvider router={router} /> };
});

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <ModalsProvider>
            <Notifications position="bottom-right" />
            <Suspense>
              <App />
            </Suspense>
          </ModalsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
