import { Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Authorizations } from '#server/billing/authorizations/authorizations.contract.ts';
import { Balance } from '#server/billing/ledger/ledger.contract.ts';
import { ConsentList } from '#server/privacy/consents/consents.contract.ts';
import { AppointmentList } from '#server/scheduling/appointments/appointments.contract.ts';
import { api } from '../../../ui/api/api.ts';
import { day, moment, money, phone } from '../../../ui/format/words.ts';
import { useNow } from '../../../ui/format/use-now.ts';
import { standingWords } from '../../authorizations/authorization-words.ts';
import { upcoming } from '../appointment-order.ts';
import { patientQueries } from '../patient-queries.ts';
import { usePayers } from '../payer-choices.ts';
import { SummaryCard, SummaryLine } from './summary-card.tsx';

interface OfPatient {
  readonly patientId: string;
}

/** What is booked next. */
export function AppointmentsCard({ patientId }: OfPatient) {
  const now = useNow();
  const list = useQuery({ queryKey: ['patient', patientId, 'appointments'], queryFn: () => api.get(`/patients/${patientId}/appointments`, AppointmentList) });
  return (
    <SummaryCard
      title="Next appointments"
      patientId={patientId}
      tab="appointments"
      query={list}
      isEmpty={({ items }) => upcoming(items, now).length === 0}
      empty="Nothing is booked. Book from the schedule."
    >
      {({ items }) =>
        upcoming(items, now)
          .slice(0, 4)
          .map(({ id, typeName, startsAt, clinicianName, status }) => (
            <SummaryLine key={id} quiet={`${typeName}, ${clinicianName}`}>
              <Group justify="space-between" wrap="nowrap">
                {moment(startsAt)}
                <Badge variant="light" color={status === 'arrived' ? 'orange' : 'gray'}>
                  {status}
                </Badge>
              </Group>
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}

/** Consents that are drawn up and not signed, and those that ran out. */
export function FormsCard({ patientId }: OfPatient) {
  const list = useQuery({ queryKey: ['patient', patientId, 'consents'], queryFn: () => api.get(`/patients/${patientId}/consents`, ConsentList) });
  const due = (items: readonly { state: string }[]) => items.some(({ state }) => state === 'draft' || state === 'expired');
  return (
    <SummaryCard title="Forms due" patientId={patientId} tab="consents" query={list} isEmpty={({ items }) => !due(items)} empty="No form waits for a signature.">
      {({ items }) =>
        items
          .filter(({ state }) => state === 'draft' || state === 'expired')
          .slice(0, 6)
          .map(({ id, says, state, drawnUpAt }) => (
            <SummaryLine key={id} quiet={state === 'draft' ? `to be signed, drawn up ${day(drawnUpAt)}` : 'ran out'}>
              {says}
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}

/** Who pays. */
export function CoverageCard({ patientId }: OfPatient) {
  const list = useQuery(patientQueries.coverages(patientId));
  const payers = usePayers();
  return (
    <SummaryCard
      title="Coverage"
      patientId={patientId}
      tab="coverage"
      query={list}
      isEmpty={({ items }) => items.every(({ isActive }) => !isActive)}
      empty="No insurance that holds today."
    >
      {({ items }) =>
        items
          .filter(({ isActive }) => isActive)
          .map(({ id, payerId, planName, memberId, rank, validThrough }) => (
            <SummaryLine key={id} strong={rank === 1} quiet={[`member ${memberId}`, planName, validThrough && `through ${day(validThrough)}`].filter(Boolean).join(', ')}>
              {payers.find(({ code }) => code === payerId)?.says ?? 'Insurance'}
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}

/** What payers allow, and what is used of it. */
export function AuthorizationsCard({ patientId }: OfPatient) {
  const list = useQuery({ queryKey: ['patient', patientId, 'authorizations'], queryFn: () => api.get(`/patients/${patientId}/authorizations`, Authorizations) });
  return (
    <SummaryCard
      title="Authorizations"
      patientId={patientId}
      tab="authorizations"
      query={list}
      isEmpty={({ items }) => items.every(({ standing }) => standing === 'over')}
      empty="No authorization stands."
    >
      {({ items }) =>
        items
          .filter(({ standing }) => standing !== 'over')
          .map(({ id, programName, payerName, used, allowed, counts, validThrough, standing }) => (
            <SummaryLine key={id} quiet={`${payerName}, through ${day(validThrough)}, ${standingWords[standing].says}`}>
              {programName}: {used} of {allowed} {counts}
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}

/** What is owed. */
export function BalanceCard({ patientId }: OfPatient) {
  const balance = useQuery({ queryKey: ['patient', patientId, 'balance'], queryFn: () => api.get(`/patients/${patientId}/balance`, Balance) });
  return (
    <SummaryCard title="Balance" patientId={patientId} tab="ledger" query={balance} isEmpty={() => false} empty="">
      {({ patientCents, insuranceCents }) => (
        <>
          <SummaryLine quiet="owed by the patient" strong>
            {money(patientCents)}
          </SummaryLine>
          <SummaryLine quiet="waits at insurance">{money(insuranceCents)}</SummaryLine>
        </>
      )}
    </SummaryCard>
  );
}

/** People around, and whether one may talk with them. */
export function ContactsCard({ patientId }: OfPatient) {
  const list = useQuery(patientQueries.contacts(patientId));
  const now = (items: readonly { endedAt: string | null }[]) => items.some(({ endedAt }) => endedAt === null);
  return (
    <SummaryCard title="Contacts" patientId={patientId} tab="contacts" query={list} isEmpty={({ items }) => !now(items)} empty="Nobody is named yet.">
      {({ items }) =>
        items
          .filter(({ endedAt }) => endedAt === null)
          .slice(0, 5)
          .map(({ id, name, kind, phone: number, mayContact, mayDiscussCare }) => (
            <SummaryLine
              key={id}
              strong={kind === 'emergency'}
              quiet={[kind, phone(number), !mayContact ? 'do not call' : mayDiscussCare ? 'may be told of care' : 'not to be told of care'].filter(Boolean).join(', ')}
            >
              {name}
            </SummaryLine>
          ))
      }
    </SummaryCard>
  );
}
