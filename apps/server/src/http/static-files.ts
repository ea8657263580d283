import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Majed Vanna</title>
<h1>The web application is not built yet</h1><p>The server runs, but the folder with its pages is missing. Start it with <code>npm start</code>, which builds them, or run <code>pnpm --filter @majed-vanna/web build</code>.</p></html>`;
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** Serves the built browser application; every address of it that is not a file is answered with its one page. */
export function staticFiles(webRoot: string): Router {
  const routes = Router();
  // Vite puts everything whose name carries a hash into `assets`.
  routes.use(
    '/assets',
    precompressed(webRoot, '/assets'),
    express.static(join(webRoot, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  // Names without a hash stay the same from version to version: browsers ask each time whether theirs is still good.
  routes.use(express.static(webRoot, { index: false, maxAge: 0, setHeaders: neverKeepPages }));
  routes.use(page(webRoot));
  return routes;
}

function page(webRoot: string): RequestHandler {
  const index = join(webRoot, 'index.html');
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (!request.accepts('html') || extname(request.path) !== '') return next();
    response.setHeader('Cache-Control', 'no-store');
    if (!existsSync(index)) return void response.status(503).type('html').send(NOT_BUILT);
    response.sendFile(index, { cacheControl: false });
  };
}

/** Answers with the `.br` or `.gz` beside the file when there is one and the browser takes it. */
function precompressed(webRoot: string, mount: string): RequestHandler {
  return (request: Request, response: Response, next) => {
    response.vary('Accept-Encoding');
    const path = safePath(request.path);
    const found =
      path && ENCODINGS.find(({ name, suffix }) => request.acceptsEncodings(name) && existsSync(join(webRoot, mount, path + suffix)));
    if (!path || !found) return next();
    response.type(extname(path));
    response.setHeader('Content-Encoding', found.name);
    response.sendFile(path + found.suffix, { root: join(webRoot, mount), immutable: true, maxAge: '365d' });
  };
}

/** The path below the mount; null for one that could leave it. */
function safePath(path: string): string | null {
  return /^\/[\w./-]+$/.test(path) && !path.includes('..') ? path : null;
}

function neverKeepPages(response: Response, path: string): void {
  if (path.endsWith('.html')) response.setHeader('Cache-Control', 'no-store');
}
