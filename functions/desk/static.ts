import { deskCss } from '#web/desk-css.ts';
import { deskIsland } from '#web/islands/desk.ts';
import { uploadIsland } from '#web/islands/upload.ts';
import { siteCss } from '#web/site-css.ts';
import { sha256 } from '../wiring.ts';
import type { DeskApp } from './desk-routes.ts';

const stylesheet = `${siteCss}\n${deskCss}`;
const script = `${deskIsland}\n${uploadIsland}`;

/** Folder of the desk's style sheet and script, named by their content; pages are given it. */
export const deskAssets: string = `/desk/static/${sha256.sha256(`${stylesheet}\n${script}`).slice(0, 12)}`;

const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Adds the style sheet and the script, for anybody. */
export function addStaticRoutes(app: DeskApp): void {
  app.get(`${deskAssets}/desk.css`, (context) => {
    context.header('cache-control', FOR_GOOD);
    return context.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
  app.get(`${deskAssets}/desk.js`, (context) => {
    context.header('cache-control', FOR_GOOD);
    return context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
}
