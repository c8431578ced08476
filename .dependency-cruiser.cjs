/** Import directions, each rule named as the sentence it enforces. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('imports never go in circles', {}, { circular: true }),
    rule(
      'a lib imports npm packages and itself, never apps',
      { path: '^libs/' },
      { path: '^(apps|admin-ui|landing|test|bench)/' },
    ),
    rule('a lib never imports another lib', { path: '^libs/([^/]+)/' }, { path: '^libs/', pathNot: '^libs/$1/' }),
    rule('a lib never imports Nest', { path: '^libs/' }, { path: 'node_modules/@nestjs' }),
    rule('an app never imports another app', { path: '^apps/([^/]+)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
    rule(
      'a lib is entered by its index',
      { path: '^(apps|test|bench)/' },
      { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '\\.contract\\.ts$' },
    ),
    rule(
      'pages reach the servers by HTTP only',
      { path: '^(admin-ui|apps/jarvis-frontend/page)/' },
      { path: '^(libs|apps/session-manager|apps/jarvis-backend|apps/jarvis-frontend/src)/' },
    ),
    rule(
      'the client package imports npm packages and itself, nothing else of this repository',
      { path: '^packages/' },
      { path: '^(apps|libs|admin-ui|landing|test|bench|scripts)/' },
    ),
    rule(
      'the client package is entered by its index',
      { pathNot: '^packages/' },
      { path: '^packages/[^/]+/(?!src/index\\.ts$)' },
    ),
    rule(
      'instances know nothing of sessions, the pool, the waiting room, admin or the scheduler',
      { path: '^apps/session-manager/src/instances/' },
      { path: '^apps/session-manager/src/(sessions|pool|waiting|admin|scheduler)/' },
    ),
    rule(
      'sessions know nothing of the pool, the waiting room, admin or the scheduler',
      { path: '^apps/session-manager/src/sessions/', pathNot: '\\.module\\.ts$' },
      { path: '^apps/session-manager/src/(pool|waiting|admin|scheduler)/' },
    ),
    rule(
      'the pool knows nothing of the waiting room, admin or the scheduler',
      { path: '^apps/session-manager/src/pool/' },
      { path: '^apps/session-manager/src/(waiting|admin|scheduler)/' },
    ),
    rule(
      'the waiting room knows nothing of admin or the scheduler',
      { path: '^apps/session-manager/src/waiting/' },
      { path: '^apps/session-manager/src/(admin|scheduler)/' },
    ),
    rule(
      'the reconciler knows nothing of the waiting room, organisers or the scheduler',
      { path: '^apps/session-manager/src/reconciler/' },
      { path: '^apps/session-manager/src/(waiting|admin|audit|maintenance|messages|scheduler)/' },
    ),
    rule(
      'only the scheduler and maintenance reconcile',
      {
        path: '^apps/session-manager/src/',
        pathNot: '^apps/session-manager/src/((reconciler|scheduler|maintenance)/|app\\.module)',
      },
      { path: '^apps/session-manager/src/reconciler/' },
    ),
    rule(
      'only the composition root names a driver',
      { path: '^apps/session-manager/src/', pathNot: '^apps/session-manager/src/composition/' },
      { path: '^libs/orchestrator/src/(docker|process)/' },
    ),
    rule('attendee servers do not carry Nest', { path: '^apps/jarvis-' }, { path: 'node_modules/@nestjs' }),
    rule(
      'source never imports tests',
      { path: '^(apps|libs|packages)/', pathNot: '\\.(spec|contract)\\.ts$' },
      { path: '^(test|bench)/|\\.(spec|contract)\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
