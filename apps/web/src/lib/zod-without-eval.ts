import { config } from 'zod/v4/core';

// zod compiles object parsers with `new Function`, which the CSP forbids. Imported first, before any schema exists.
config({ jitless: true });
