import { expect, test } from 'vitest';
import { teamWords } from './team-words.ts';

const member = (staffId: string, name: string, part: string, leads = false) => ({
  membershipId: null,
  episodeId: 'e',
  programId: 'p',
  programName: 'P',
  staffId,
  name,
  credential: leads ? 'LMHC' : null,
  part,
  leads,
  since: '2026-11-01',
});

test('each person stands once in the line, with all that they do', () => {
  const words = teamWords([
    member('a', 'Ana', 'primary clinician', true),
    member('b', 'Bo', 'case-manager'),
    member('b', 'Bo', 'case-manager'),
    member('a', 'Ana', 'other'),
  ]);
  expect(words.map(({ says }) => says)).toEqual(['Ana LMHC, leads, other', 'Bo, case manager']);
});
