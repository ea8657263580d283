import dns from 'node:dns/promises';
import { isIP } from 'node:net';
import { AppError, because, isKeptAddress } from '@majed-vanna/contract';

/** A name may lead where no address may. What cannot be resolved fails by itself. @throws AppError `unavailable` */
export async function refuseKeptAddress(baseUrl: string): Promise<void> {
  const { hostname, host } = new URL(baseUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return;
  const found = await dns.lookup(hostname, { all: true }).catch(() => []);
  if (found.some(({ address, family }) => isKeptAddress(family === 6 ? `http://[${address.replace(/%.*$/, '')}]` : `http://${address}`)))
    throw AppError.because('unavailable', because('name_leads_to_kept_address', { host }));
}
