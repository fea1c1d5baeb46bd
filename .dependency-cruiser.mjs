// The directions of the house, made from the one list of floors in server/modules.ts.
import { modules } from './server/modules.ts';

const room = (name) => `^server/${name}/`;
const contexts = modules.filter((name) => name !== 'platform' && name !== 'formats');

const looksUp = modules.slice(0, -1).map((name, floor) => ({
  name: `${name}-looks-up`,
  severity: 'error',
  // migrate.ts reads the list of floors itself, which is a list of names and no floor.
  from: { path: room(name) },
  to: { path: modules.slice(floor + 1).map(room) },
}));

const oneDoor = modules.map((name) => ({
  name: `${name}-has-one-door`,
  severity: 'error',
  from: { path: '^server/', pathNot: [room(name), '^server/(main|load-content)[.]ts$'] },
  to: { path: room(name), pathNot: name === 'formats' ? '/index[.]ts$' : `^server/${name}/(index[.]ts|.+[.]contract[.]ts)$` },
}));

export default {
  forbidden: [
    ...looksUp,
    ...oneDoor,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'rules-are-pure', severity: 'error', from: { path: '[.]rules[.]ts$' }, to: { path: '[.](store|action|routes|jobs)[.]ts$' } },
    {
      name: 'rules-do-no-input-or-output',
      severity: 'error',
      from: { path: `^server/(${contexts.join('|')})/.+[.]rules[.]ts$` },
      to: { path: ['^node_modules/(pg|kysely|fastify)/', '^(node:)?(fs|net|http|child_process)'] },
    },
    {
      name: 'only-stores-speak-sql',
      severity: 'error',
      from: { path: `^server/(${contexts.join('|')})/`, pathNot: ['[.](store|jobs)[.]ts$', '-tables[.]ts$', '[.]test[.]ts$', '/sessions/', 'load-content'] },
      to: { path: '^node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'routes-call-actions', severity: 'error', from: { path: '[.]routes[.]ts$' }, to: { path: '[.]store[.]ts$' } },
    { name: 'web-shares-contracts', severity: 'error', from: { path: '^web/' }, to: { path: '^server/', pathNot: '[.]contract[.]ts$' } },
    { name: 'server-knows-no-web', severity: 'error', from: { path: '^server/' }, to: { path: '^(web|sandbox|demo|e2e|bench)/' } },
    { name: 'sandbox-shares-nothing', severity: 'error', from: { path: '^sandbox/' }, to: { path: '^(server|web|demo)/' } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['[.]css$', '^@fontsource'] } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
