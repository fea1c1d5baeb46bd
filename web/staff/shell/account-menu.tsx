import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../ui/api/api.ts';
import { useMe, useNewSession } from '../identity/session.ts';
import { initials } from './initials.ts';
import classes from './shell.module.css';

/** The person who is signed in: account and sessions, colours, keys, the way out. */
export function AccountMenu({ onHelp }: { readonly onHelp: () => void }) {
  const me = useMe();
  const renew = useNewSession();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const signOut = useMutation({ mutationFn: () => api.post('/auth/sign-out', undefined), onSettled: renew });
  const roles = me.roles.map(({ name }) => name).join(', ');
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <div className={classes.accountWords}>
            <Text size="sm" fw={600} lh={1.2}>
              {me.staff.displayName}
            </Text>
            <Text size="xs" c="dimmed" lh={1.2}>
              {roles}
            </Text>
          </div>
          <Avatar size={34} color="tide" variant="filled">
            {initials(me.staff.displayName)}
          </Avatar>
          <VisuallyHidden>Your account</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.staff.displayName}, {roles}
        </Menu.Label>
        <Menu.Item leftSection={<IconUserCircle size={16} />} component={Link} to="/me">
          Account and sessions
        </Menu.Item>
        <Menu.Item leftSection={isDark ? <IconSun size={16} /> : <IconMoon size={16} />} onClick={() => setColorScheme(isDark ? 'light' : 'dark')}>
          {isDark ? 'Light' : 'Dark'} colours
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          onClick={onHelp}
          rightSection={
            <Text size="xs" c="dimmed">
              ?
            </Text>
          }
        >
          Keyboard
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
