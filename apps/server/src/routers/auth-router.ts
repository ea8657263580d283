import { changePasswordInput, currentUser, signedIn, signInInput } from '@majed-vanna/contract';
import { z } from 'zod';
import { procedure, publicProcedure, router } from '../trpc.ts';

export const authRouter = router({
  signIn: publicProcedure
    .input(signInInput)
    .output(signedIn)
    .mutation(async ({ ctx, input }) => ctx.refreshCookie.keep(await ctx.services.auth.signIn(input, ctx.client))),

  refresh: publicProcedure
    .output(signedIn)
    .mutation(({ ctx }) => ctx.refreshCookie.exchange((token) => ctx.services.auth.refresh(token, ctx.client))),

  me: procedure('profile.read', { beforePasswordChange: true })
    .output(currentUser)
    .query(({ ctx }) => ctx.services.auth.me(ctx.actor)),

  signOut: procedure('profile.write', { beforePasswordChange: true })
    .output(z.void())
    .mutation(({ ctx }) => ctx.services.auth.signOut({ accessToken: ctx.accessToken, refreshToken: ctx.refreshCookie.take() })),

  changePassword: procedure('profile.write', { beforePasswordChange: true })
    .input(changePasswordInput)
    .output(signedIn)
    .mutation(async ({ ctx, input }) => ctx.refreshCookie.keep(await ctx.services.auth.changePassword(ctx.actor, input, ctx.client))),
});
