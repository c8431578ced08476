import { Hono } from 'hono';
import { productRoutes, scenarioRoutes, type CatalogueRoutesDeps } from './catalogue/catalogue.routes';
import { parseRoutes } from './catalogue/parse.routes';
import { customScenarioRoutes, type CustomScenarioRoutesDeps } from './custom-scenarios/custom-scenarios.routes';
import { destinationRoutes, type DestinationRoutesDeps } from './destinations/destinations.routes';
import { NotFoundError } from './errors';
import { exportRoutes } from './export/export.routes';
import { requireAccess } from './http/access';
import { answerProblem } from './http/problem';
import { docsRoutes } from './openapi/docs.routes';
import { generateRoutes } from './sends/generate.routes';
import { sendRoutes, type SendRoutesDeps } from './sends/sends.routes';
import { sessionRoutes, type SessionRoutesDeps } from './session/session.routes';
import type { Settings } from './settings';
import { uploadRoutes, type UploadRoutesDeps } from './uploads/uploads.routes';

export interface AppDeps
  extends
    SessionRoutesDeps,
    CatalogueRoutesDeps,
    CustomScenarioRoutesDeps,
    DestinationRoutesDeps,
    SendRoutesDeps,
    UploadRoutesDeps {
  readonly settings: Pick<Settings, 'apiKey' | 'disableAuth'>;
  /** The documentation of the API, beside the program. */
  readonly docsFolder: string;
}

/** The attendee's API under `/api/v1`. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('X-Content-Type-Options', 'nosniff');
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store');
  });
  app.get('/api/v1/health', (context) => context.json({ status: 'healthy', service: 'backend' }));
  app.route('/api/v1', docsRoutes(deps.docsFolder));
  app.use('/api/v1/*', requireAccess(deps.settings));
  app.route('/api/v1/session', sessionRoutes(deps));
  app.route('/api/v1/products', productRoutes(deps));
  app.route('/api/v1/scenarios', scenarioRoutes(deps));
  app.route('/api/v1/scenarios', customScenarioRoutes(deps));
  app.route('/api/v1/parse', parseRoutes(deps));
  app.route('/api/v1/generate', generateRoutes(deps));
  app.route('/api/v1/export', exportRoutes(deps));
  app.route('/api/v1/destinations', destinationRoutes(deps));
  app.route('/api/v1/sends', sendRoutes(deps));
  app.route('/api/v1/uploads', uploadRoutes(deps));
  app.notFound((context) => answerProblem(new NotFoundError('address', context.req.path), context, deps.log));
  app.onError((error, context) => answerProblem(error, context, deps.log));
  return app;
}
