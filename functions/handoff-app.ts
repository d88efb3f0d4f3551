import { Hono } from 'hono/tiny';
import { AppError } from '#shared/errors/app-error.ts';
import { answerProblem } from './desk/desk-answers.ts';
import { createDesk } from './desk/desk-app.ts';
import type { DeskApp } from './desk/desk-routes.ts';
import { addExportRoutes, EXPORTS_ACCESS } from './desk/exports.ts';
import { createLinks } from './handoff-links.ts';
import { addHandoffRoutes, HANDOFF_ACCESS, type HandoffDeskPorts } from './handoff-routes.ts';
import { addScanRoutes, SCANS_ACCESS } from './handoff-scans.ts';
import { addTemplateRoutes, TEMPLATES_ACCESS } from './handoff-templates.ts';

/** Handing over, templates, files to take along, and what opens with a one-time link, over given ports. */
export function createHandoff(given: () => HandoffDeskPorts, filesOrigin: () => string): DeskApp {
  const desk = createDesk({
    ports: given,
    filesOrigin,
    modules: [
      { access: HANDOFF_ACCESS, add: (app) => addHandoffRoutes(app, given) },
      { access: SCANS_ACCESS, add: (app) => addScanRoutes(app, given) },
      { access: TEMPLATES_ACCESS, add: (app) => addTemplateRoutes(app, given) },
      { access: EXPORTS_ACCESS, add: addExportRoutes },
    ],
  });
  const app: DeskApp = new Hono();
  app.route('/', createLinks(given, filesOrigin));
  app.route('/', desk);
  app.notFound((context) => answerProblem(new AppError('RESOURCE.NOT_FOUND', 'no such address'), context));
  return app;
}
