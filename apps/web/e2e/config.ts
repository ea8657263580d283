/** What the environment says about the browser to drive. */
export function browserEnvironment(env: NodeJS.ProcessEnv = process.env) {
  return { chromiumPath: env.CHROMIUM_PATH || null, searchPath: env.PATH ?? '', useSystemBrowser: !env.NO_SYSTEM_BROWSER };
}

/** The server under test answers as many requests as a hurried test sends, and takes nothing else from outside. */
export function serverEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = env;
  return { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, RATE_LIMIT_MAX_REQUESTS: '100000' };
}
