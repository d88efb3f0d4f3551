import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPage } from '#adapters/kit/page.ts';
import { blocksFromBytes, blocksFromMarkup, findScriptBlocks } from '#adapters/kit/script-blocks.ts';
import { fixturesOf, refusalOf } from './documents.ts';
import { mutated, mutation } from './mutation.ts';

const ANCHOR = 'sf-item-list-data';
const BLOCK = `<script type="text/json" id="${ANCHOR}">{"data":[]}</script>`;
const FOUND = { name: ANCHOR, text: '{"data":[]}' };
const DECOY = `<script id="${ANCHOR}">decoy</script>`;

function fromBytes(html: string) {
  return blocksFromBytes(openPage(Buffer.from(html)), ANCHOR);
}

describe('data blocks', () => {
  it.each([
    ['by id', BLOCK, [FOUND]],
    ['by class among others', `<script class="a ${ANCHOR}\n b" id="x">1</script>`, [{ name: 'x', text: '1' }]],
    ['without id', `<script class=${ANCHOR}>1</script>`, [{ name: 'block-1', text: '1' }]],
    ['in capitals', `<SCRIPT ID='${ANCHOR}'>1</SCRIPT >`, [{ name: ANCHOR, text: '1' }]],
    ['several', BLOCK + BLOCK, [FOUND, FOUND]],
    ['after a comment that holds one', `<!-- ${DECOY} -->${BLOCK}`, [FOUND]],
    ['after an attribute that holds one', `<a title='${DECOY}'>x</a>${BLOCK}`, [FOUND]],
    ['after a script that writes one', `<script>write('<script id="${ANCHOR}">')</script>${BLOCK}`, [FOUND]],
    ['after text elements that hold one', `<title>${DECOY}</title><textarea>${DECOY}</textarea>${BLOCK}`, [FOUND]],
    ['after an unquoted quote', `<a href=it's>x</a>${BLOCK}`, [FOUND]],
    ['after conditional comments', `<!--[if IE]>${DECOY}<![endif]--><![if !IE]>${BLOCK}`, [FOUND]],
    ['after a short comment', `<!-->${BLOCK}<!-- -->`, [FOUND]],
  ])('are found in the bytes %s', (_, html, blocks) => {
    expect(fromBytes(html)).toEqual(blocks);
    expect(findScriptBlocks(openPage(Buffer.from(html)), ANCHOR)).toEqual(blocks);
  });

  it.each([
    ['a missing end tag', `${BLOCK}<script id="${ANCHOR}">{"data":[]}`, [FOUND, FOUND]],
    ['an unclosed comment', `${BLOCK}<!-- ${BLOCK}`, [FOUND]],
    ['an unclosed attribute', `${BLOCK}<a title="${BLOCK.replaceAll('"', "'")}`, [FOUND]],
    [
      'a character reference in the id',
      `<script id="sf&#45;item-list-data">1</script>${BLOCK}`,
      [{ ...FOUND, text: '1' }, FOUND],
    ],
    ['a self-closing script', `<script src="a"/>${BLOCK}`, [FOUND]],
    ['a CDATA section', `<![CDATA[${DECOY}]]>${BLOCK}`, [FOUND]],
  ])('are left to the tolerant parser on %s', (_, html, blocks) => {
    expect(fromBytes(html)).toBeUndefined();
    expect(findScriptBlocks(openPage(Buffer.from(html)), ANCHOR)).toEqual(blocks);
  });

  it.each([
    ['nowhere', '<p>nothing</p>'],
    ['in a comment', `<!-- ${DECOY} -->`],
    ['in an attribute', `<a title='${DECOY}'>x</a>`],
    ['on another element', `<div id="${ANCHOR}"></div>`],
    ['as part of a longer class', `<script class="${ANCHOR}-2">1</script>`],
  ])('are none when the anchor is %s', (_, html) => {
    expect(findScriptBlocks(openPage(Buffer.from(html)), ANCHOR)).toEqual([]);
  });

  it('are refused when their own text cannot be decoded, not when another part cannot', () => {
    const broken = Buffer.from('d6d0ceff20', 'hex');
    const inside = Buffer.concat([Buffer.from(`<script id="${ANCHOR}">`), broken, Buffer.from('</script>')]);
    const outside = Buffer.concat([broken, Buffer.from(BLOCK)]);

    expect(refusalOf(() => findScriptBlocks(openPage(inside), ANCHOR))?.code).toBe('DOCUMENT.ENCODING');
    expect(blocksFromBytes(openPage(outside), ANCHOR)).toEqual([FOUND]);
    expect(blocksFromMarkup(openPage(outside), ANCHOR)).toEqual([FOUND]);
  });

  it('are the same on both rungs for every healthy fixture', () => {
    const pages = fixturesOf('alibaba').filter(({ name }) =>
      /^(home|list)-(utf8|gbk|bad|unknown|too-many|no-lots)/.test(name),
    );

    const read = pages.map(({ bytes }) => {
      const page = openPage(bytes);
      return { fast: blocksFromBytes(page, ANCHOR), slow: blocksFromMarkup(page, ANCHOR) };
    });

    expect(read).toHaveLength(6);
    for (const { fast, slow } of read) expect(fast).toEqual(slow);
  });

  it('are the same on both rungs whenever the first dares to answer', () => {
    const pages = fixturesOf('alibaba').filter(({ kind }) => kind !== 'item');
    let answered = 0;

    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.array(mutation, { maxLength: 4 }), ({ bytes }, mutations) => {
        const changed = mutated(bytes, mutations);
        if (refusalOf(() => openPage(changed)) !== undefined) return;
        const page = openPage(changed);

        const fast = blocksFromBytes(page, ANCHOR);

        if (fast === undefined) return;
        answered += 1;
        expect(fast).toEqual(blocksFromMarkup(page, ANCHOR));
      }),
      { numRuns: 2_000 },
    );
    expect(answered).toBeGreaterThan(200);
  });
});
