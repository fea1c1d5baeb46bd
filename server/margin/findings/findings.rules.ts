import * as clinical from './clinical-checks.rules.ts';
import type { Finding, NoteFacts, Place, Remedy, Severity } from './finding.ts';
import type { CheckKind, CheckOf, Rule } from './rule-book.ts';
import * as text from './text-checks.rules.ts';
import * as times from './time-checks.rules.ts';

const checks: { readonly [Kind in CheckKind]: (facts: NoteFacts, check: CheckOf<Kind>) => Place[] } = {
  obstacle: clinical.standingObstacles,
  'objective-linked': clinical.objectiveLinked,
  'times-given': times.timesGiven,
  'times-near-appointment': times.timesNearAppointment,
  'minutes-billable': times.minutesBillable,
  'minutes-in-words': times.minutesInWords,
  'units-in-words': times.unitsInWords,
  'plan-current': clinical.planCurrent,
  'repeats-before': text.repeatsBefore,
  'repeats-same-day': text.repeatsSameDay,
  'carried-unedited': text.carriedUnedited,
  'risk-answered': clinical.riskAnswered,
  'risk-in-words': text.riskInWords,
  'screen-given': clinical.screenGiven,
  'diagnosis-chosen': clinical.diagnosisChosen,
  'diagnosis-in-plan': clinical.diagnosisInPlan,
  'diagnosis-established': clinical.diagnosisEstablished,
  'diagnosis-fits-service': clinical.diagnosisFitsService,
  'modality-as-booked': clinical.modalityAsBooked,
  'location-given': clinical.locationGiven,
  'modality-in-words': text.modalityInWords,
  'form-signed': clinical.formSigned,
  'pulled-current': clinical.pulledCurrent,
  'supervisor-named': clinical.supervisorNamed,
  'earlier-signed': clinical.earlierSigned,
  'others-named': text.othersNamed,
  'blank-left': text.blankLeft,
};

function concerns({ when, validFrom, validTo }: Rule, { template, programKind, today }: NoteFacts): boolean {
  const day = today.toString();
  if (day < validFrom || (validTo !== null && day > validTo)) return false;
  if (when?.templates && !when.templates.includes(template.code)) return false;
  if (when?.exceptTemplates?.includes(template.code)) return false;
  return !when?.programKinds || when.programKinds.includes(programKind);
}

function placesOf({ check }: Rule, facts: NoteFacts): Place[] {
  return (checks[check.kind] as (facts: NoteFacts, check: Rule['check']) => Place[])(facts, check);
}

function filled(says: string, words: Readonly<Record<string, string>> = {}): string {
  return says.replaceAll(/\{(\w+)\}/g, (blank, name: string) => words[name] ?? blank);
}

/** What the rule offers: a way that needs nothing more stands in the rule itself, the others bring what they act on. */
function remedyOf({ remedy }: Rule, place: Place): Remedy | null {
  if (place.remedy?.act === remedy) return place.remedy;
  if (remedy === 'open-plan' || remedy === 'go-to-field') return { act: remedy };
  return remedy === 'add-diagnosis' ? { act: 'open-diagnoses' } : null;
}

const weight: Readonly<Record<Severity, number>> = { stops: 0, fix: 1, look: 2 };

/** Everything that these rules find in a note, the heaviest first. Nothing is signed, changed or forbidden here. */
export function findingsIn(facts: NoteFacts, rules: readonly Rule[]): Finding[] {
  return rules
    .filter((rule) => concerns(rule, facts))
    .flatMap((rule) =>
      placesOf(rule, facts).map((place) => ({
        rule: rule.id,
        title: rule.title,
        says: filled(rule.says, place.words),
        severity: rule.severity,
        at: place.at,
        source: rule.source,
        remedy: remedyOf(rule, place),
      })),
    )
    .toSorted((a, b) => weight[a.severity] - weight[b.severity]);
}
