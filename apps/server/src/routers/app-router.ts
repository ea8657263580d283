import { router } from '../trpc.ts';
import { answersRouter } from './answers-router.ts';
import { authRouter } from './auth-router.ts';
import { conversationsRouter } from './conversations-router.ts';
import { dataSourcesRouter } from './data-sources-router.ts';
import { evaluationRouter } from './evaluation-router.ts';
import { feedbackRouter } from './feedback-router.ts';
import { memoryRouter } from './memory-router.ts';
import { modelsRouter } from './models-router.ts';
import { myDataRouter } from './my-data-router.ts';
import { semanticLayerRouter } from './semantic-layer-router.ts';
import { semanticsRouter } from './semantics-router.ts';
import { setupRouter } from './setup-router.ts';
import { systemRouter } from './system-router.ts';
import { toolsRouter } from './tools-router.ts';
import { verifiedQuestionsRouter } from './verified-questions-router.ts';

export const appRouter = router({
  setup: setupRouter,
  auth: authRouter,
  conversations: conversationsRouter,
  answers: answersRouter,
  dataSources: dataSourcesRouter,
  models: modelsRouter,
  tools: toolsRouter,
  memory: memoryRouter,
  myData: myDataRouter,
  semantics: semanticsRouter,
  semanticLayer: semanticLayerRouter,
  evaluation: evaluationRouter,
  feedback: feedbackRouter,
  verifiedQuestions: verifiedQuestionsRouter,
  system: systemRouter,
});

/** What browsers and typed clients know of this server. */
export type AppRouter = typeof appRouter;
