import fc from 'fast-check';
import { expect, test } from 'vitest';
import { obstaclesToStaffChange, type StaffChange, type StaffFacts } from './staff.rules.ts';

const roles = ['therapist', 'biller', 'administrator'];
const change = fc.record<StaffChange>({
  staffId: fc.constantFrom('a', 'b'),
  roles: fc.option(fc.subarray(roles, { minLength: 1 }), { nil: undefined }),
  active: fc.option(fc.boolean(), { nil: undefined }),
  supervisorId: fc.constantFrom(undefined, null, 'a', 'c'),
});
const facts = fc.record<StaffFacts>({
  actorId: fc.constantFrom('a', 'z'),
  knownRoles: fc.constant(new Set(roles)),
  administratorRoles: fc.constant(new Set(['administrator'])),
  others: fc.nat({ max: 5 }).chain((active) => fc.record({ active: fc.constant(active), administrators: fc.nat({ max: active }) })),
  isAdministrator: fc.boolean(),
});
const codes = (c: StaffChange, f: StaffFacts) => obstaclesToStaffChange(c, f).map((obstacle) => obstacle.code);

test('a change that is let through never leaves the house without an administrator', () => {
  fc.assert(
    fc.property(change, facts, (c, f) => {
      fc.pre(f.isAdministrator || f.others.administrators > 0);
      fc.pre(codes(c, f).length === 0);
      const stays = c.active !== false && (c.roles?.includes('administrator') ?? f.isAdministrator);
      expect(stays || f.others.administrators > 0 || !f.isAdministrator).toBe(true);
    }),
  );
});

test('nobody gives themselves roles while there is somebody else to ask', () => {
  fc.assert(
    fc.property(change, facts, (c, f) => {
      fc.pre(c.roles !== undefined && c.staffId === f.actorId && f.others.active > 0);
      expect(codes(c, f)).toContain('staff.own-rights');
    }),
  );
});

test('who works alone may take any role beside that of administrator', () => {
  const alone: StaffFacts = {
    actorId: 'a',
    knownRoles: new Set(roles),
    administratorRoles: new Set(['administrator']),
    others: { active: 0, administrators: 0 },
    isAdministrator: true,
  };
  expect(codes({ staffId: 'a', roles: ['administrator', 'therapist'], active: undefined, supervisorId: undefined }, alone)).toEqual([]);
  expect(codes({ staffId: 'a', roles: ['therapist'], active: undefined, supervisorId: undefined }, alone)).toEqual(['staff.last-administrator']);
});
