import { notFound, redirect } from '@tanstack/react-router';
import { session } from '../lib/current-session.ts';
import { api } from '../lib/trpc.ts';

/** The wizard is for an installation that nobody set up. */
export async function guardSetup(): Promise<void> {
  const { open } = await api.setup.state.query();
  if (!open) throw redirect({ to: '/sign-in', replace: true });
}

export async function guardSignIn(): Promise<void> {
  const current = await session.resume();
  if (current.status === 'signed_in') throw redirect({ to: '/chat', replace: true });
  const { open } = await api.setup.state.query();
  if (open) throw redirect({ to: '/setup', replace: true });
}

export async function guardPassword(): Promise<void> {
  const current = await session.resume();
  if (current.status !== 'signed_in' && current.status !== 'expired') throw redirect({ to: '/sign-in', replace: true });
}

/** Everything behind the sign-in. An expired session stays: the shell asks for the password over the page. */
export async function guardApp({ location }: { location: { href: string } }): Promise<void> {
  const current = await session.resume();
  switch (current.status) {
    case 'signed_in':
      if (current.user.mustChangePassword) throw redirect({ to: '/password', replace: true });
      return;
    case 'expired':
      return;
    case 'signed_out': {
      const { open } = await api.setup.state.query();
      throw open
        ? redirect({ to: '/setup', replace: true })
        : redirect({ to: '/sign-in', search: location.href === '/chat' ? {} : { next: location.href }, replace: true });
    }
    case 'unknown':
      // Nobody could tell: this asks again in a way that shows the error.
      await api.setup.state.query();
  }
}

/** To everyone else, the pages of administrators do not exist. Runs after the guard of everything behind the sign-in. */
export function guardAdministrator(): void {
  const current = session.get();
  const known = current.status === 'signed_in' || current.status === 'expired';
  if (known && current.user.role !== 'admin') throw notFound();
}
