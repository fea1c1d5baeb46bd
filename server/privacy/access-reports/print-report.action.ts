import { reviewContent } from '#server/audit/index.ts';
import { action } from '#server/platform/index.ts';
import { oversightPolicy } from '../oversight-policy/policy.store.ts';
import { reportLine } from './access-report.rules.ts';
import { accessLines, subjectOfReport } from './access-report.store.ts';

/** Who looked at a person's record, in words for that person; a year back unless asked otherwise. Names of staff by the organisation's policy. */
export const printAccessReport = action(
  'audit.print-report',
  async (tx, asked: { patientId: string; from?: string | undefined; to?: string | undefined }) => {
    const { personId, name, mrn, organisation, timeZone } = await subjectOfReport(tx, asked.patientId);
    const to = asked.to ? Temporal.PlainDate.from(asked.to) : tx.now.toZonedDateTimeISO(timeZone).toPlainDate();
    const from = asked.from ? Temporal.PlainDate.from(asked.from) : to.subtract({ years: 1 });
    const { namesStaffToPatients: namesStaff } = await oversightPolicy(tx);
    const lines = await accessLines(tx, personId, from, to, timeZone);
    tx.touch({ kind: 'access-report', patientId: [...new Set([personId, asked.patientId])] });
    return { organisation, name, mrn, from, to, madeAt: tx.now, namesStaff, items: lines.map((line) => reportLine(line, namesStaff, reviewContent.plainWords)) };
  },
  { purpose: 'PATRQT' },
);
