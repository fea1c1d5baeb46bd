import { ActionIcon, AppShell, Drawer, Group, Stack, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { IconDots, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo, type ReactNode } from 'react';
import { KeyboardHelp } from '../../ui/keyboard/keyboard-help.tsx';
import { useKeyboard, useShortcuts } from '../../ui/keyboard/use-shortcuts.ts';
import { IdleWarning } from '../identity/idle-warning.tsx';
import { useMe } from '../identity/session.ts';
import { WithEmergencies } from '../privacy/break-glass/emergency-banner.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Finder } from './finder.tsx';
import { Mark } from './mark.tsx';
import { isHere, placesFor, type Place } from './navigation.ts';
import classes from './shell.module.css';

// A thumb reaches four places and "More".
const placesAtTheBottom = 4;

function PlaceLink({ place, onGo }: { readonly place: Place; readonly onGo?: () => void }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <Link
      to={place.to}
      className={classes.place}
      data-here={isHere(place, path) || undefined}
      aria-current={isHere(place, path) ? 'page' : undefined}
      {...(onGo ? { onClick: onGo } : {})}
    >
      <place.icon size={19} stroke={1.6} aria-hidden />
      <span>{place.label}</span>
    </Link>
  );
}

function BottomBar({ places, onMore }: { readonly places: readonly Place[]; readonly onMore: () => void }) {
  return (
    <nav className={classes.bottom} aria-label="Main">
      {places.slice(0, placesAtTheBottom).map((place) => (
        <PlaceLink key={place.to} place={place} />
      ))}
      {places.length > placesAtTheBottom && (
        <UnstyledButton className={classes.place} onClick={onMore}>
          <IconDots size={19} stroke={1.6} aria-hidden />
          <span>More</span>
        </UnstyledButton>
      )}
    </nav>
  );
}

function useShellKeys(places: readonly Place[], showHelp: () => void): void {
  const navigate = useNavigate();
  const shortcuts = useMemo(
    () => [
      { keys: '?', says: 'Show this help', run: showHelp },
      { keys: '/', says: 'Find a patient or a page', run: spotlight.open },
      ...places.map(({ key, label, to }) => ({ keys: `g ${key}`, says: `Go to ${label.toLowerCase()}`, run: () => void navigate({ to }) })),
    ],
    [places, navigate, showHelp],
  );
  useKeyboard();
  useShortcuts(shortcuts);
}

/** What stands around every screen: the menu by permission, the finder (Ctrl or Cmd K), the account. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const me = useMe();
  const [more, { open: openMore, close: closeMore }] = useDisclosure();
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure();
  const places = useMemo(() => placesFor(me.permissions), [me.permissions]);
  useShellKeys(places, openHelp);
  return (
    <AppShell
      header={{ height: 54 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 58, sm: 0 } }}
      layout="alt"
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#content">
        Skip to content
      </a>
      <AppShell.Header className={classes.header}>
        <Group h="100%" px={{ base: 'sm', sm: 'lg' }} justify="space-between" wrap="nowrap">
          <Group gap="xs" hiddenFrom="sm" wrap="nowrap">
            <Mark size={26} />
          </Group>
          <UnstyledButton className={classes.search} onClick={spotlight.open}>
            <IconSearch size={15} aria-hidden />
            <span>Find a patient or a page</span>
            <kbd>Ctrl K</kbd>
          </UnstyledButton>
          <Group gap={6} wrap="nowrap">
            <ActionIcon hiddenFrom="sm" size={36} variant="subtle" color="gray" aria-label="Find" onClick={spotlight.open}>
              <IconSearch size={20} />
            </ActionIcon>
            <AccountMenu onHelp={openHelp} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Main" component="nav">
        <div className={classes.brand}>
          <Mark size={28} />
          <span>{me.organisation.name}</span>
        </div>
        <Stack gap={2}>
          {places.map((place) => (
            <PlaceLink key={place.to} place={place} />
          ))}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <WithEmergencies>{children}</WithEmergencies>
      </AppShell.Main>
      <AppShell.Footer hiddenFrom="sm" className={classes.footer}>
        <BottomBar places={places} onMore={openMore} />
      </AppShell.Footer>
      <Drawer opened={more} onClose={closeMore} position="bottom" size="auto" title={me.organisation.name}>
        <Stack gap={2} className={classes.drawer}>
          {places.map((place) => (
            <PlaceLink key={place.to} place={place} onGo={closeMore} />
          ))}
        </Stack>
      </Drawer>
      <Finder />
      <IdleWarning />
      <KeyboardHelp opened={help} onClose={closeHelp} />
    </AppShell>
  );
}
