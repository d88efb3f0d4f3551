import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { BidEntry } from '#shared/domain/bid-log.ts';
import { fen } from '#shared/domain/money.ts';
import type { LotFacts } from '#shared/domain/observation.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { invalidRequest, toProblem } from '#shared/errors/problem.ts';
import { ErrorsPage, ProblemPage } from '#web/pages/problem-page.tsx';
import { aShownLot, cataloguePage, EVERY_FACT, inHours, lotPage, NOW } from './showing.ts';

const CORPUS = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `" autofocus onfocus="alert(1)`,
  `</title><svg onload=alert(1)>`,
  `</textarea><iframe srcdoc="<script>alert(1)</script>">`,
  `javascript:alert(1)`,
  `&lt;script&gt;alert(1)&lt;/script&gt;`,
  `<!--<style>*{display:none}</style>-->`,
  `\u0000<a href="data:text/html,x">`,
];

/** Every fact that is free text, hostile. */
function hostileFacts(text: string): LotFacts {
  const free = { title: text, url: text, seller: text, location: text, serviceAgency: text, venueAddress: text };
  return { ...EVERY_FACT, ...free, reference: text, statusReason: text, propertyKey: text, divisionCode: text };
}

function hostilePages(text: string): readonly string[] {
  const platforms = new Map([['p', { name: text, hosts: [text], documentKinds: { detail: { title: text } } }]]);
  const shown = aShownLot(hostileFacts(text), 'bidding', text);
  const bid: BidEntry = { bidder: text, price: fen(1), at: NOW, count: 1, standing: 'outbid' };
  const rounds = [{ ...shown.card, lotId: 'p.0' }, shown.card];
  const query = { text, filters: { platform: [text], township: [text], price: [text] } };
  const refused = toProblem(invalidRequest(text, [{ parameter: text, detail: text, allowed: [text] }]));
  return [
    cataloguePage([shown.card], {}, { platforms }),
    cataloguePage([shown.card], { text: 'p' }, { platforms }),
    cataloguePage([shown.card], query, { platforms, staleSince: inHours(-1) }),
    lotPage(shown, { platforms, bids: [bid], rounds }),
    String(ProblemPage({ problem: refused, stylesheet: '/s.css' })),
    String(ProblemPage({ problem: toProblem(new AppError('RESOURCE.NOT_FOUND', text)), stylesheet: '/s.css' })),
    String(ErrorsPage({ stylesheet: '/s.css' })),
  ];
}

/** Names of the elements and of their attributes, as a browser reads them. */
function markupOf(html: string): { readonly tags: ReadonlySet<string>; readonly attributes: ReadonlySet<string> } {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const onopentag = (tag: string, given: Readonly<Record<string, string>>) => {
    tags.add(tag);
    for (const name of Object.keys(given)) attributes.add(name);
  };
  new Parser({ onopentag, oncomment: () => tags.add('!--') }).end(html);
  return { tags, attributes };
}

describe('hostile text of a platform or an address', () => {
  const clean = hostilePages('p 平常的文字').map(markupOf);
  const cleanTags = new Set(clean.flatMap(({ tags }) => [...tags]));
  const cleanAttributes = new Set(clean.flatMap(({ attributes }) => [...attributes]));

  it.each(CORPUS)('is shown as text: %j', (text) => {
    for (const html of hostilePages(text)) {
      const { tags, attributes } = markupOf(html);

      expect([...tags].filter((tag) => !cleanTags.has(tag))).toEqual([]);
      expect([...attributes].filter((name) => !cleanAttributes.has(name))).toEqual([]);
      expect(html).not.toMatch(/href="(?:javascript|data):/i);
    }
  });

  it('never finds a page with a script, a style or a handler in it', () => {
    expect([...cleanTags]).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(script|style|iframe)$/)]));
    expect([...cleanAttributes].filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });

  it('is noticed by this test where it is not escaped', () => {
    const raw = `<p title="x">${CORPUS[1]}</p>`;

    expect(markupOf(raw).tags).toContain('img');
    expect(markupOf(raw).attributes).toContain('onerror');
  });
});
