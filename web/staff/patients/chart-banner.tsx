import { Avatar, Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { Balance } from '#server/billing/ledger/ledger.contract.ts';
import type { Banner } from '#server/programs/episodes/episodes.contract.ts';
import { api } from '../../ui/api/api.ts';
import { day, money, phone } from '../../ui/format/words.ts';
import { useMay } from '../identity/session.ts';
import { AllergyLine } from '../observations/allergy-line.tsx';
import { initials } from '../shell/initials.ts';
import { CareTeamLine } from '../teams/care-team-line.tsx';
import classes from './chart.module.css';

type BannerReply = z.infer<typeof Banner>;

function BalanceFact({ patientId }: { readonly patientId: string }) {
  const balance = useQuery({ queryKey: ['patient', patientId, 'balance'], queryFn: () => api.get(`/patients/${patientId}/balance`, Balance) });
  if (!balance.data) return null;
  return (
    <span>
      Balance <strong>{money(balance.data.patientCents)}</strong>
    </span>
  );
}

function AlertList({ alerts }: { readonly alerts: BannerReply['alerts'] }) {
  if (alerts.length === 0) return null;
  return (
    <ul className={classes.alerts} aria-label="Alerts">
      {alerts.map(({ id, severity, says }) => (
        <li key={id} className={classes.alert} data-severity={severity}>
          {severity === 'note' ? <IconInfoCircle size={15} stroke={1.8} aria-hidden /> : <IconAlertTriangle size={15} stroke={1.8} aria-hidden />}
          {says}
        </li>
      ))}
    </ul>
  );
}

function Programs({ programs }: { readonly programs: BannerReply['programs'] }) {
  return (
    <Group gap={6} justify="flex-end" visibleFrom="sm">
      {programs
        .filter(({ state }) => state !== 'discharged' && state !== 'declined')
        .map(({ episodeId, name, state, part2 }) => (
          <Badge
            key={episodeId}
            variant="light"
            color={state === 'admitted' ? 'tide' : 'gray'}
            title={part2 ? 'Records of this program are protected by 42 CFR Part 2' : undefined}
          >
            {name}
            {state === 'admitted' ? '' : `, ${state}`}
            {part2 ? ' · Part 2' : ''}
          </Badge>
        ))}
    </Group>
  );
}

/** What stands over every page of a chart: who this is, what to be careful about, where they are treated. */
export function ChartBanner({ banner }: { readonly banner: BannerReply }) {
  const may = useMay();
  return (
    <header className={classes.banner}>
      <div className={classes.row}>
        <Avatar size={46} color="tide" variant="light" src={banner.hasPhoto ? `/api/patients/${banner.id}/photo` : null} alt="">
          {initials(banner.name)}
        </Avatar>
        <div className={classes.who}>
          <h1 className={classes.name}>
            {banner.name}
            {banner.pronouns && (
              <Text span size="sm" c="dimmed" fw={400} ml={8}>
                {banner.pronouns}
              </Text>
            )}
          </h1>
          <div className={classes.facts}>
            <span>
              <strong>{banner.age}</strong> years, born <strong>{day(banner.birthDate)}</strong>
            </span>
            <span>{banner.mrn}</span>
            {banner.legalName && <span>On record {banner.legalName}</span>}
            {banner.phone && <span>{phone(banner.phone)}</span>}
            {banner.deceasedOn && <strong>Died {day(banner.deceasedOn)}</strong>}
            {may('ledger.read') && <BalanceFact patientId={banner.id} />}
          </div>
        </div>
        <Programs programs={banner.programs} />
      </div>
      <CareTeamLine patientId={banner.id} />
      <div className={classes.warnings}>
        <AlertList alerts={banner.alerts} />
        {may('chart.read') && <AllergyLine patientId={banner.id} />}
      </div>
    </header>
  );
}
