import { Badge, Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { BedOnBoard, Board, Expected, UnitOnBoard } from '#server/residence/board/board.contract.ts';
import { Dialog } from '../../../ui/form/dialog.tsx';
import { tell } from '../../../ui/form/tell.ts';
import { Empty } from '../../../ui/states/states.tsx';
import { Panel } from '../../../ui/table/panel.tsx';
import { useMay } from '../../identity/session.ts';
import { BedCard } from './bed-card.tsx';
import { bedsOf, genderWords, isWanted, lodgersOf, proposalFor, stateWords, tally, type Carried, type Proposal } from './board-words.ts';
import classes from './board.module.css';
import { EmptyBedPanel } from './empty-bed-panel.tsx';
import { LodgerPanel } from './lodger-panel.tsx';
import { ProposalDialog } from './proposal-dialog.tsx';

/** Tells the browser's own timeline how long the board took to be drawn, for whoever measures. */
function useDrawingTime(of: unknown): () => void {
  const begun = useRef(0);
  useEffect(() => {
    if (begun.current > 0) performance.measure('bed board drawn', { start: begun.current, end: performance.now() });
    begun.current = 0;
  }, [of]);
  return () => {
    begun.current = performance.now();
  };
}

interface UnitProps {
  readonly unit: UnitOnBoard;
  readonly filter: { readonly state: string; readonly attribute: string };
  readonly carried: Carried | undefined;
  readonly attributes: Board['attributes'];
  readonly mayWrite: boolean;
  readonly onChoose: (bed: BedOnBoard) => void;
  readonly onCarry: (carried: Carried) => void;
  readonly onHold: (carried: Carried | undefined) => void;
  readonly onDrop: (bed: BedOnBoard) => void;
  readonly onPerson: (residencyId: string) => void;
}

function Unit({ unit, filter, carried, attributes, mayWrite, onChoose, onCarry, onHold, onDrop, onPerson }: UnitProps) {
  const words = useMemo(() => new Map(attributes.map(({ code, says }) => [code, says])), [attributes]);
  return (
    <Panel title={unit.name} says={`${unit.siteName}, ${unit.programName}`}>
      {unit.withoutBed.length > 0 && (
        <Group gap="xs" mb="sm">
          <Text size="sm">Without a bed:</Text>
          {unit.withoutBed.map((person) => (
            <Button key={person.residencyId} size="compact-sm" variant="light" color="orange.8" onClick={() => onPerson(person.residencyId)}>
              {person.name}
            </Button>
          ))}
        </Group>
      )}
      <div className={classes.rooms}>
        {unit.rooms.map((room) => (
          <section key={room.id} className={classes.room} aria-label={`${unit.name}, ${room.name}`}>
            <div className={classes.roomHead}>
              <span>{room.name}</span>
              <span className={classes.roomSays}>
                {[genderWords[room.genderRule], ...room.attributes.map((code) => words.get(code) ?? code)].filter((word) => word !== 'Anybody').join(', ')}
              </span>
            </div>
            {room.beds.map((bed) => (
              <BedCard
                key={bed.id}
                bed={bed}
                roomName={room.name}
                isFaint={!isWanted(bed, room.attributes, filter)}
                isTarget={carried !== undefined && proposalFor(carried, bed) !== undefined && bed.state === 'free'}
                mayMove={mayWrite}
                onChoose={onChoose}
                onCarry={onCarry}
                onHold={onHold}
                onDrop={onDrop}
              />
            ))}
          </section>
        ))}
      </div>
    </Panel>
  );
}

function ExpectedPart({ expected, onCarry, onHold }: { readonly expected: readonly Expected[] } & Pick<UnitProps, 'onCarry' | 'onHold'>) {
  if (expected.length === 0) return null;
  return (
    <Panel title="Expected" says="Referred, screened or admitted, and not in the house yet. Choose one, then a bed.">
      <Group gap="xs">
        {expected.map((person) => (
          <Button
            key={person.episodeId}
            size="compact-sm"
            variant="default"
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', person.episodeId);
              onHold({ kind: 'expected', person });
            }}
            onDragEnd={() => onHold(undefined)}
            onClick={() => onCarry({ kind: 'expected', person })}
          >
            {person.name}, {person.state}
          </Button>
        ))}
      </Group>
    </Panel>
  );
}

function Figures({ units }: { readonly units: readonly UnitOnBoard[] }) {
  const counts = tally(units);
  return (
    <Group gap="xs">
      {Object.entries(stateWords).map(([state, says]) => (
        <Badge key={state} variant="light" color={state === 'free' ? 'tide' : 'gray'} size="lg" tt="none">
          {says} {counts.get(state as BedOnBoard['state']) ?? 0}
        </Badge>
      ))}
    </Group>
  );
}

/** Carrying somebody over the board: picked up by drag, M or a button, let down by drop, Enter or a click, put back by Escape. */
function useCarrying() {
  const [carried, setCarried] = useState<Carried>();
  const [proposal, setProposal] = useState<Proposal>();
  const held = useRef(carried);
  const carry = useCallback((next: Carried | undefined) => {
    held.current = next;
    setCarried(next);
  }, []);
  useEffect(() => {
    if (!carried) return undefined;
    const hear = (event: KeyboardEvent) => event.key === 'Escape' && carry(undefined);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [carried, carry]);
  // Without drawing anything: a page that shifts under the pointer would let somebody down on the wrong bed.
  const hold = useCallback((next: Carried | undefined) => {
    held.current = next;
    if (!next) setCarried(undefined);
  }, []);
  const letDown = useCallback(
    (bed: BedOnBoard): boolean => {
      if (!held.current) return false;
      const next = proposalFor(held.current, bed);
      if (next) setProposal(next);
      else tell('Not there: choose another bed.');
      if (next) carry(undefined);
      return true;
    },
    [carry],
  );
  return { carried, carry, hold, letDown, proposal, setProposal };
}

/** The bed board: every bed with who has it, and all that is done about beds. */
export function BoardView({ board }: { readonly board: Board }) {
  const begin = useDrawingTime(board);
  begin();
  const mayWrite = useMay()('residence.write');
  const [unitId, setUnitId] = useState('');
  const [filter, setFilter] = useState({ state: '', attribute: '' });
  const [openBed, setOpenBed] = useState<string>();
  const [openPerson, setOpenPerson] = useState<string>();
  const { carried, carry, hold, letDown, proposal, setProposal } = useCarrying();
  const onChoose = useCallback((bed: BedOnBoard) => (letDown(bed) ? undefined : setOpenBed(bed.id)), [letDown]);
  const onDrop = useCallback((bed: BedOnBoard) => void letDown(bed), [letDown]);
  const units = board.units.filter(({ id }) => unitId === '' || id === unitId);
  const place = bedsOf(board.units).find(({ bed }) => bed.id === openBed);
  const person = place?.bed.occupant ?? lodgersOf(board.units).find((one) => one.person.residencyId === openPerson)?.person;
  const close = () => {
    setOpenBed(undefined);
    setOpenPerson(undefined);
  };
  const move = (next: Carried) => {
    close();
    carry(next);
  };
  if (board.units.length === 0) return <Empty>No house yet. An administrator opens units, rooms and beds under House, Places.</Empty>;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end" gap="sm">
        <Figures units={units} />
        <Group gap="xs">
          <NativeSelect
            size="xs"
            aria-label="Unit"
            data={[{ value: '', label: 'All units' }, ...board.units.map(({ id, name }) => ({ value: id, label: name }))]}
            value={unitId}
            onChange={(event) => setUnitId(event.currentTarget.value)}
          />
          <NativeSelect
            size="xs"
            aria-label="State"
            data={[{ value: '', label: 'Any state' }, ...Object.entries(stateWords).map(([value, label]) => ({ value, label }))]}
            value={filter.state}
            onChange={(event) => setFilter({ ...filter, state: event.currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            aria-label="Needs"
            data={[{ value: '', label: 'Any needs' }, ...board.attributes.map(({ code, says }) => ({ value: code, label: says }))]}
            value={filter.attribute}
            onChange={(event) => setFilter({ ...filter, attribute: event.currentTarget.value })}
          />
        </Group>
      </Group>
      {carried && (
        <Paper withBorder p="xs" role="status" style={{ position: 'sticky', top: 0, zIndex: 5 }}>
          <Group justify="space-between">
            <Text size="sm">
              Choose a bed for <b>{carried.person.name}</b>: a free one to move, a taken one to swap. Tab and Enter, or a click.
            </Text>
            <Button size="compact-sm" variant="default" onClick={() => carry(undefined)}>
              Put back (Esc)
            </Button>
          </Group>
        </Paper>
      )}
      {mayWrite && <ExpectedPart expected={board.expected} onCarry={carry} onHold={hold} />}
      {units.map((unit) => (
        <Unit
          key={unit.id}
          unit={unit}
          filter={filter}
          carried={carried}
          attributes={board.attributes}
          mayWrite={mayWrite}
          onChoose={onChoose}
          onCarry={carry}
          onHold={hold}
          onDrop={onDrop}
          onPerson={setOpenPerson}
        />
      ))}
      {mayWrite && (
        <Text size="xs" c="dimmed">
          Drag somebody onto a bed, or on a bed press M, then Enter on another. A swap leaves planned moves standing.
        </Text>
      )}
      <ProposalDialog proposal={proposal} onClose={() => setProposal(undefined)} />
      <Dialog title={person?.name ?? (place ? `${place.room.name}, bed ${place.bed.name}` : '')} opened={place !== undefined || person !== undefined} onClose={close}>
        {person ? (
          <LodgerPanel person={person} leaveKinds={board.leaveKinds} mayWrite={mayWrite} onMove={() => move({ kind: 'lodger', person })} onDone={close} />
        ) : (
          place && (
            <EmptyBedPanel
              bed={place.bed}
              expected={board.expected.filter(({ programId }) => programId === place.unit.programId)}
              mayWrite={mayWrite}
              onDone={close}
              onArrive={(chosen) => {
                close();
                setProposal({ kind: 'arrive', carried: { kind: 'expected', person: chosen }, bed: place.bed });
              }}
            />
          )
        )}
      </Dialog>
    </Stack>
  );
}
