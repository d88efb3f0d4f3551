import { createHash } from 'node:crypto';
import { TEMPLATE_FACTS, type TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import { currentRound } from '#shared/domain/listing/progress.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Handoff } from '#shared/services/desk/handoff/handoff-ports.ts';
import { documentHtml, documentStyle } from '#web/handoff/document-html.tsx';
import { documentOf, NUMBER_LATER } from '#web/handoff/printed.ts';
import type { DeskContext } from './desk/desk-routes.ts';

/** A document is a page of its own with its style in it: nothing else may load or run. */
function printPolicy(paper: 'a4' | 'a3'): string {
  const hash = createHash('sha256').update(documentStyle(paper)).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/** The number a document of the running round bears already. */
function issuedNumber({ source }: Handoff, kind: TemplateKind): string | undefined {
  const { handedOver } = currentRound(source.listing);
  if (handedOver === null) return undefined;
  const { documents } = source.listing;
  return documents.findLast((document) => document.kind === kind && document.version >= handedOver.version)?.number;
}

/** A document as it is printed, to look at and to print. @throws AppError `HANDOFF.TOO_EARLY` for a result there is none of yet */
export function printPage(
  context: DeskContext,
  handoff: Handoff,
  kind: TemplateKind,
  printable: readonly TemplateKind[],
): Response {
  if (!printable.includes(kind)) throw new AppError('HANDOFF.TOO_EARLY', 'there is nothing to print yet');
  const { name, paper } = TEMPLATE_FACTS[kind];
  const document = documentOf(kind, handoff.templates, handoff.source, {
    文号: issuedNumber(handoff, kind) ?? NUMBER_LATER,
  });
  return context.body(documentHtml(document, name, paper), 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': printPolicy(paper),
  });
}
