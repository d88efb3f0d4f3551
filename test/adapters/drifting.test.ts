import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { collectUnread, drifting } from '#adapters/kit/drifting.ts';

const Row = drifting(
  z.object({
    id: z.string(),
    status: z.enum(['todo', 'done']),
    price: z.optional(z.nullable(z.object({ yuan: z.number() }))),
    bids: z._default(z.array(z.object({ price: z.number() })), []),
    raw: z.optional(z.unknown()),
    byPlace: z.optional(z.record(z.string(), z.object({ count: z.int() }))),
    either: z.optional(z.union([z.string(), z.object({ a: z.number() }), z.object({ a: z.number(), b: z.number() })])),
    length: z.optional(
      z.pipe(
        z.object({ text: z.string() }),
        z.transform(({ text }) => text.length),
      ),
    ),
  }),
);

function unreadOf(fields: object): readonly string[] {
  const reading = Row.read({ id: '1', status: 'todo', ...fields });
  return reading.ok ? reading.unread : expect.unreachable(`${reading.path}: ${reading.reason}`);
}

describe('drifting', () => {
  it('reads the fields it names and no other', () => {
    const reading = Row.read({ id: '1', status: 'done', extra: 1 });

    expect(reading).toEqual({ ok: true, value: { id: '1', status: 'done', bids: [] }, unread: ['/extra'] });
  });

  it.each([
    ['nothing new', {}, []],
    ['nothing within what is null', { price: null }, []],
    ['a field of an optional object', { price: { yuan: 1, cent: 2 } }, ['/price/cent']],
    [
      'a field of rows once',
      {
        bids: [
          { price: 1, who: 'a' },
          { price: 2, who: 'b', at: 3 },
        ],
      },
      ['/bids/*/who', '/bids/*/at'],
    ],
    ['nothing within an unknown', { raw: { a: { b: 1 } } }, []],
    ['a field of a record’s values', { byPlace: { 织里: { count: 1, sum: 2 } } }, ['/byPlace/*/sum']],
    ['a field none of the options names', { either: { a: 1, b: 2, c: 3 } }, ['/either/c']],
    ['a field of what is transformed', { length: { text: 'ab', more: 1 } }, ['/length/more']],
  ])('notices %s', (_, fields, unread) => {
    expect(unreadOf(fields)).toEqual(unread);
  });

  it.each([
    ['a missing field', { id: undefined }, '/id', 'missing'],
    ['another type', { price: { yuan: '1' } }, '/price/yuan', 'not of type number'],
    ['an unknown word', { status: '13800000000' }, '/status', 'none of the known values'],
    ['no option', { either: 3 }, '/either', 'not of the known form'],
    ['a fraction', { byPlace: { 'a/b': { count: 0.5 } } }, '/byPlace/a~1b/count', 'not of type int'],
  ])('says where it fails on %s without quoting it', (_, fields, path, reason) => {
    const reading = Row.read({ id: '1', status: 'todo', ...fields });

    expect(reading).toEqual({ ok: false, path, reason });
  });

  it.each([null, 'text', 3, [], undefined])('fails on %j as a whole', (value) => {
    expect(Row.read(value)).toMatchObject({ ok: false, path: expect.any(String) });
  });

  it('masks and shortens the names of unread fields', () => {
    const [phone, long, slash] = unreadOf({ '13800000000': 1, ['长'.repeat(60)]: 1, 'a/b~c': 1 });

    expect([phone, long?.length, slash]).toEqual(['/***********', 41, '/a~1b~0c']);
  });

  it('stops at 200 unread fields', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`field${'x'.repeat(index % 30)}${index}`, 1]),
    );

    expect(unreadOf(many)).toHaveLength(200);
  });

  it('takes __proto__ for a name like any other', () => {
    expect(unreadOf(JSON.parse('{"__proto__":{"polluted":1}}'))).toEqual(['/__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('collectUnread', () => {
  it('joins the parts of a document, each path once and in order', () => {
    const unread = collectUnread();

    unread.add('/data/*', ['/x', '/a']);
    unread.add('/data/*', ['/x']);
    unread.add('', ['/page']);

    expect(unread.list()).toEqual(['/data/*/a', '/data/*/x', '/page']);
  });
});
