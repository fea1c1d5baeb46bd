import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Failed } from '../ui/states/states.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { Gate } from './identity/gate.tsx';
import { rooms } from './rooms.tsx';
import { Shell } from './shell/shell.tsx';

const root = createRootRoute({
  component: () => (
    <Gate>
      <Shell>
        <Outlet />
      </Shell>
    </Gate>
  ),
  errorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
  notFoundComponent: () => <Failed error={new Error('There is no such page.')} />,
});

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomeScreen });

const others = rooms.map(({ path, load, name }) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) }));

export const router = createRouter({ routeTree: root.addChildren([home, ...others]), defaultPreload: 'intent', scrollRestoration: true });
