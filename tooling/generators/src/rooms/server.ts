import type { Draft } from '../draft.ts';
import type { FeatureNames } from '../feature-names.ts';

/** The router, and its place in the composition root. */
export function serverDraft({ kebabPlural, camel, camelPlural, pascal }: FeatureNames): Draft {
  const folder = 'apps/server/src';
  const router = `${folder}/routers/app-router.ts`;
  return {
    files: [
      {
        path: `${folder}/routers/${kebabPlural}-router.ts`,
        content: `import { ${[`create${pascal}Input`, camel, `${camel}Id`].join(', ')} } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, router } from '../trpc.ts';

export const ${camelPlural}Router = router({
  list: procedure('${camel}.read')
    .output(z.array(${camel}))
    .query(({ ctx }) => ctx.services.${camelPlural}.list(ctx.actor)),

  create: procedure('${camel}.write')
    .input(create${pascal}Input)
    .output(${camel})
    .mutation(({ ctx, input }) => ctx.services.${camelPlural}.create(ctx.actor, input)),

  remove: procedure('${camel}.write')
    .input(z.object({ id: ${camel}Id }))
    .output(z.void())
    .mutation(({ ctx, input }) => ctx.services.${camelPlural}.remove(ctx.actor, input.id)),
});
`,
      },
    ],
    edits: [
      { path: router, line: `import { ${camelPlural}Router } from './${kebabPlural}-router.ts';`, before: /^import .*setup-router/ },
      { path: router, line: `  ${camelPlural}: ${camelPlural}Router,`, before: /^}\);$/ },
      { path: `${folder}/services.ts`, line: `import type { ${pascal}Service } from '@majed-vanna/core';`, before: /^import type \{/ },
      { path: `${folder}/services.ts`, line: `  readonly ${camelPlural}: ${pascal}Service;`, before: /^}$/ },
      { path: `${folder}/compose.ts`, line: `import { create${pascal}Service } from '@majed-vanna/core';`, before: /^import / },
      { path: `${folder}/compose.ts`, line: `    ${camelPlural}: create${pascal}Service({ database, clock }),`, before: /^ {2}};$/ },
    ],
  };
}
