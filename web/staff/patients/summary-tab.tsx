import type { ComponentType } from 'react';
import { useMe } from '../identity/session.ts';
import { EpisodesPanel } from '../programs/episodes-panel.tsx';
import { CareTeamPanel } from '../teams/care-team-panel.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { AllergiesCard, MedicinesCard, ResultsCard, VitalsCard } from './summary/body-cards.tsx';
import { DiagnosesCard, NeedsCard, NotesCard, PlanCard, RiskCard, ScoresCard } from './summary/clinical-cards.tsx';
import { AppointmentsCard, AuthorizationsCard, BalanceCard, ContactsCard, CoverageCard, FormsCard } from './summary/desk-cards.tsx';
import { cardsFor, type CardName } from './summary/summary-order.ts';
import classes from './summary/summary.module.css';

interface OfPatient {
  readonly patientId: string;
}

const cards: Readonly<Record<CardName, ComponentType<OfPatient>>> = {
  alerts: AlertsPanel,
  allergies: AllergiesCard,
  appointments: AppointmentsCard,
  authorizations: AuthorizationsCard,
  balance: BalanceCard,
  contacts: ContactsCard,
  coverage: CoverageCard,
  diagnoses: DiagnosesCard,
  forms: FormsCard,
  medicines: MedicinesCard,
  needs: NeedsCard,
  notes: NotesCard,
  plan: PlanCard,
  results: ResultsCard,
  risk: RiskCard,
  scores: ScoresCard,
  stays: EpisodesPanel,
  team: CareTeamPanel,
  vitals: VitalsCard,
};

/** What one needs to know before the next meeting: which parts, and in which order, follows from role and permissions. */
export function SummaryTab({ patientId }: OfPatient) {
  const { roles, permissions } = useMe();
  return (
    <div className={classes.cards}>
      {cardsFor(
        roles.map(({ code }) => code),
        permissions,
      ).map((name) => {
        const Card = cards[name];
        return <Card key={name} patientId={patientId} />;
      })}
    </div>
  );
}
