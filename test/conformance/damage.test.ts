import { describe, expect, it } from 'vitest';
import { type Expectation, expectationOf } from '#adapters/kit/fixture.ts';
import { platforms } from '#adapters/registry.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { acceptedOf } from './fixtures.ts';
import { brokenRules } from './invariants.ts';

const CUTS = 150;
const RANDOM_DOCUMENTS = 50;

const ARTICLE = `<!doctype html><html><head><meta charset="utf-8"><title>通知公告</title></head>
<body><h1>关于系统使用的通知</h1><p>亲，请登录</p><table><tr><td>1</td><td>织里镇</td></tr></table></body></html>`;
const LOGIN = `<!doctype html><html><head><title>用户登录</title></head><body>
<form action="/login" method="post"><input name="user"><input name="word" type="password"></form></body></html>`;

/** What no platform sends for any kind of document. */
const NEVER_DATA: readonly (readonly [string, string | Uint8Array])[] = [
  ['no bytes', ''],
  ['white space', ' \t\r\n\u0020'],
  ['a byte order mark', '\uFEFF'],
  ['zeros', Buffer.alloc(4_096)],
  ['an empty object', '{}'],
  ['an empty list', '[]'],
  ['null', 'null'],
  ['a number', '0'],
  ['an empty text', '""'],
  ['a list of nothing', '[null]'],
  ['JSON of something else', '{"code":0,"message":"成功","data":{"html":"","page":"","rows":[{"id":1}],"list":[]}}'],
  ['text', '湖州市吴兴区织里镇'],
  ['an article with status 200', ARTICLE],
  ['a login page with status 200', LOGIN],
  ['markup nested deeply', '<div>'.repeat(50_000)],
  ['JSON nested deeply', `{"data":${'['.repeat(50_000)}`],
  ['JSON nested deeply and closed', '['.repeat(50_000) + ']'.repeat(50_000)],
  ['rows of commas', ',,,,,,\n'.repeat(200)],
  ['the head of an archive', Buffer.from('504b03041400000008000000000000000000', 'hex')],
];

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
function repeatableRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function codeOf(output: Expectation): string {
  return 'refused' in output ? output.refused.code : 'accepted';
}

/** Every kind of document with one that is accepted. */
const samples = platforms.flatMap((platform) => {
  const accepted = acceptedOf(platform).map(({ document }) => document);
  const { id, documentKinds } = platform.manifest;
  return Object.keys(documentKinds).map((kind) => {
    const sample = accepted.find((document) => document.kind === kind);
    return { id, kind, platform, ...(sample && { sample }) };
  });
});

describe.each(samples)('$id, damaged documents of kind $kind', ({ platform, kind, sample }) => {
  const healthy = (): RawDocument => sample ?? expect.unreachable(`no accepted fixture of kind ${kind}`);

  function mapped(bytes: Uint8Array): Expectation {
    return expectationOf(platform, { ...healthy(), bytes });
  }

  /** A refusal by a code of documents, or lots that break no rule. */
  function isSound(output: Expectation): boolean {
    return 'refused' in output
      ? codeOf(output).startsWith('DOCUMENT.')
      : brokenRules(output, platform.manifest).length === 0;
  }

  it.each(NEVER_DATA)('refuses %s', (_, content) => {
    expect(codeOf(mapped(Buffer.from(content)))).toMatch(/^DOCUMENT\.(?:DRIFT|BLOCKED|EMPTY|ENCODING)$/);
  });

  it('refuses a document cut short, or takes what is left of it without breaking a rule', () => {
    const { bytes } = healthy();
    const step = Math.max(1, Math.floor(bytes.length / CUTS));
    const cuts = Array.from({ length: Math.ceil(bytes.length / step) }, (_, index) => bytes.subarray(0, index * step));

    const outputs = cuts.map(mapped);

    expect(outputs.filter((output) => !isSound(output))).toEqual([]);
    expect(outputs.some((output) => 'refused' in output)).toBe(true);
  });

  it.each(['utf16le', 'utf-16be'])('refuses %s, or reads it right', (charset) => {
    const little = Buffer.from(`\uFEFF${Buffer.from(healthy().bytes).toString()}`, 'utf16le');
    const bytes = charset === 'utf16le' ? little : little.swap16();

    const output = mapped(bytes);

    if ('refused' in output) expect(codeOf(output)).toMatch(/^DOCUMENT\./);
    else expect(output).toEqual(expectationOf(platform, healthy()));
  });

  it('refuses random bytes', () => {
    const random = repeatableRandom(20_260_601);
    const documents = Array.from({ length: RANDOM_DOCUMENTS }, (_, index) =>
      Uint8Array.from({ length: 1 + index * 40 }, () => Math.floor(random() * 256)),
    );

    const codes = new Set(documents.map((bytes) => codeOf(mapped(bytes)).split('.')[0]));

    expect(codes).toEqual(new Set(['DOCUMENT']));
  });
});
