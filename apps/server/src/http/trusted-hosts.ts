import { hostname } from 'node:os';
import { AppError, because } from '@majed-vanna/contract';
import type { RequestHandler } from 'express';

/**
 * Refuses requests that were addressed to a name this server does not answer to, so that a foreign name pointed at it
 * (DNS rebinding) reaches nothing. Plain IP addresses, localhost and the machine's own name are always good.
 */
export function trustedHosts(allowedHosts: readonly string[]): RequestHandler {
  const own = ['localhost', '.localhost', hostname().toLowerCase()];
  const patterns = [...own, ...allowedHosts];
  return (request, _response, next) => {
    const name = hostOf(request.host);
    if (name !== null && (isIpAddress(name) || patterns.some((pattern) => matches(name, pattern)))) return next();
    next(AppError.because('invalid_input', because('host_not_allowed')));
  };
}

function hostOf(header: string | undefined): string | null {
  if (!header || !URL.canParse(`http://${header}`)) return null;
  return new URL(`http://${header}`).hostname.toLowerCase();
}

function isIpAddress(name: string): boolean {
  return name.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(name);
}

function matches(name: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const suffix = pattern.startsWith('*.') ? pattern.slice(1) : pattern;
  return suffix.startsWith('.') ? name.endsWith(suffix) : name === suffix;
}
