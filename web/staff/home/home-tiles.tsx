import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Home, HomeTile } from '#server/homes/tiles/tiles.contract.ts';
import { Dialog } from '../../ui/form/dialog.tsx';
import { placeOf } from '../../ui/format/address.ts';
import { clock } from '../../ui/format/words.ts';
import { Failed, Waiting } from '../../ui/states/states.tsx';
import { Panel } from '../../ui/table/panel.tsx';
import { useMe } from '../identity/session.ts';
import { ArrangeForm } from './arrange-form.tsx';
import { homeQueries } from './home-queries.ts';
import { arranged, besides, figureWords, groupNames } from './tile-words.ts';
import classes from './tiles.module.css';

function Tile({ tile }: { readonly tile: HomeTile }) {
  const more = besides(tile);
  return (
    <li>
      <Link {...placeOf(tile.opens)} className={classes.tile} data-late={tile.late > 0 || undefined} data-tile={tile.code} title={tile.means}>
        <span className={classes.figure}>{figureWords(tile)}</span>
        <span className={classes.asks}>
          {tile.asks}
          {more && <span className={classes.besides}>{more}</span>}
        </span>
      </Link>
    </li>
  );
}

function Quiet({ tiles }: { readonly tiles: readonly HomeTile[] }) {
  if (tiles.length === 0) return null;
  return (
    <p className={classes.quiet}>
      Nothing waits:{' '}
      {tiles.map(({ code, asks, opens, means }, index) => (
        <span key={code}>
          {index > 0 && ', '}
          <Link {...placeOf(opens)} data-tile={code} title={means}>
            {asks.charAt(0).toLowerCase() + asks.slice(1)}
          </Link>
        </span>
      ))}
    </p>
  );
}

function Groups({ home }: { readonly home: Home }) {
  return (
    <div className={classes.groups}>
      {arranged(home)
        .filter(({ telling, quiet }) => telling.length + quiet.length > 0)
        .map(({ group, telling, quiet }) => (
          <Panel key={group} title={groupNames[group]} flush>
            <ul className={classes.tiles}>
              {telling.map((tile) => (
                <Tile key={tile.code} tile={tile} />
              ))}
            </ul>
            <Quiet tiles={quiet} />
          </Panel>
        ))}
    </div>
  );
}

/** What needs this person now, today and this week, in numbers; each opens exactly the rows that it counts. */
export function HomeTiles() {
  const home = useQuery(homeQueries.home);
  const { organisation } = useMe();
  const [isArranging, { open, close }] = useDisclosure();
  if (home.isError) return <Failed error={home.error} retry={() => void home.refetch()} />;
  if (!home.data) return <Waiting label="Loading what waits" />;
  if (home.data.tiles.length === 0) return null;
  return (
    <div>
      <Groups home={home.data} />
      <Group justify="space-between" mt={4}>
        <Text size="xs" c="dimmed">
          Counted at {clock(home.data.asOf, organisation.timeZone)}
        </Text>
        <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />} onClick={open}>
          Arrange
        </Button>
      </Group>
      <Dialog title="Arrange your home page" opened={isArranging} onClose={close}>
        <ArrangeForm home={home.data} onDone={close} />
      </Dialog>
    </div>
  );
}
