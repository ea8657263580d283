/** The law of imports: see "Law of imports" in docs/contributing.md. */
const from = (path, pathNot) => ({ path, ...(pathNot ? { pathNot } : {}) });
const rule = (name, comment, fromRule, to) => ({ name, severity: 'error', comment, from: fromRule, to });
const TEST = '(\\.test\\.tsx?$|/testing/|/e2e/|vitest\\.config\\.ts$|vite\\.config\\.ts$)';

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'No module may depend on itself through others.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('contract-imports-zod-only', 'The contract is shared by every room and pulls nothing in.', from('^packages/contract/src', TEST), {
      pathNot: '(^packages/contract/src|node_modules/.*zod)',
    }),
    rule('pure-rooms', 'sql and nlq touch no outside world.', from('^packages/(sql|nlq)/src', TEST), { dependencyTypes: ['core'] }),
    rule('pure-rooms-know-contract-only', 'sql and nlq know contract and nobody else.', from('^packages/(sql|nlq)/src', TEST), {
      path: '^(apps|tooling|packages/(db|core|warehouse|client))/',
    }),
    rule('sql-and-nlq-are-strangers', 'sql and nlq do not know each other.', from('^packages/sql/src', TEST), { path: '^packages/nlq/' }),
    rule('nlq-and-sql-are-strangers', 'sql and nlq do not know each other.', from('^packages/nlq/src', TEST), { path: '^packages/sql/' }),
    rule('prisma-in-db-only', 'Prisma stops at packages/db.', { pathNot: '^packages/db/' }, { path: 'node_modules/.*@prisma/' }),
    rule(
      'drivers-in-warehouse-only',
      'Drivers of analytics databases live in packages/warehouse.',
      { pathNot: `^packages/(warehouse|db)/|${TEST}` },
      { path: 'node_modules/.*(@duckdb/|oracledb|/pg/|mysql2|better-sqlite3)' },
    ),
    rule(
      'agent-libraries-in-agent-only',
      'Mastra and the AI SDK live in packages/core/src/agent.',
      { pathNot: '^packages/core/src/agent/' },
      { path: 'node_modules/.*(@mastra/|/ai/|@ai-sdk/)' },
    ),
    rule(
      'http-in-server-only',
      'Express and the tRPC server live in apps/server.',
      { pathNot: '^apps/server/' },
      { path: 'node_modules/.*(/express/|@trpc/server)', dependencyTypesNot: ['type-only'] },
    ),
    rule('warehouse-below-core', 'The warehouse knows contract, sql and nlq at most.', from('^packages/warehouse/src', TEST), {
      path: '^(apps|packages/(core|db|client))/',
    }),
    rule('db-below-core', 'The system database knows the contract only.', from('^packages/db/src', TEST), {
      path: '^(apps|packages/(core|sql|nlq|warehouse|client))/',
    }),
    rule('core-below-apps', 'Services know no door.', from('^packages/core/src', TEST), { path: '^(apps|packages/client)/' }),
    rule(
      'web-takes-types-only',
      'The browser takes the router as a type and the contract; nothing else of the server.',
      from('^apps/web/src', TEST),
      { path: '^(apps/server|packages/(?!contract))', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'web-features-are-strangers',
      'Features of the browser application never import each other; pages compose them.',
      from('^apps/web/src/features/([^/]+)/'),
      { path: '^apps/web/src/features/([^/]+)/', pathNot: '^apps/web/src/features/$1/' },
    ),
    rule('test-helpers-in-tests-only', 'Test helpers sit behind /testing.', { pathNot: `${TEST}|^tooling/` }, { path: '/src/testing/' }),
    rule(
      'public-entry-only',
      'Packages are entered through their public entry; the words of errors have one without zod.',
      from('^(apps|packages)/([^/]+)/'),
      {
        path: '^packages/([^/]+)/src/(?!index\\.ts|error-reasons\\.ts|testing/index\\.ts)',
        pathNot: '^(apps|packages)/$2/',
      },
    ),
    rule('nothing-unresolved', 'Every import resolves.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/generated/', '/dist/'] },
    exclude: { path: ['/generated/', '/dist/', 'node_modules/\\.cache'] },
    tsPreCompilationDeps: true,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
