import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_JS_DEPTH, MAX_JS_LENGTH, readJsObject } from '#adapters/kit/js-object.ts';
import { refusalOf } from './documents.ts';

/** What object literals, calls and hostile replies are made of. */
const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  ':',
  ',',
  ';',
  '"',
  "'",
  '`',
  '\\',
  '/*',
  '*/',
  '//',
  '\n',
  ' ',
  '...',
  '=>',
  'a',
  'get a',
  'cb(',
  'true',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '1',
  '-',
  '.5',
  '1e9',
  '\\u0041',
  '\\x4',
  '字',
  '\ud800',
] as const;

describe('readJsObject', () => {
  it.each([
    ['bare keys', '{alias:"A1234",价格:1,$_a1:2}', { alias: 'A1234', 价格: 1, $_a1: 2 }],
    ['quoted and numbered keys', `{'a b':1,"c":2,3:4,.5:6}`, { 'a b': 1, c: 2, '3': 4, '0.5': 6 }],
    ['both kinds of quotes', `['it"s',"it's"]`, ['it"s', "it's"]],
    ['trailing commas', '{a:[1,2,],}', { a: [1, 2] }],
    ['comments', '/* a } */{a:1,// b }\n/**/b:2}//', { a: 1, b: 2 }],
    ['numbers', '[0,-1,+1,1.5,.5,5.,1e3,2E-2]', [0, -1, 1, 1.5, 0.5, 5, 1000, 0.02]],
    ['constants', '[true,false,null,undefined]', [true, false, null, undefined]],
    ['escapes', String.raw`'\'\"\\\/\n\t\x41\u0042\u{1F600}\0\q'`, '\'"\\/\n\tAB\u{1F600}\0q'],
    ['a text continued on the next line', "'a\\\nb\\\r\nc'", 'abc'],
    ['the last of equal keys', '{a:1,a:2}', { a: 2 }],
    ['a call', 'jsonp123({a:1});', { a: 1 }],
    ['a call of a method, behind a comment', '/**/ window.a.cb (\n[1] ) ; ', [1]],
    ['a call that is named like a constant', 'null({a:1})', { a: 1 }],
    ['a literal in parentheses', '({a:1})', { a: 1 }],
    ['a byte order mark', '\uFEFF{}', {}],
  ])('reads %s', (_, text, value) => {
    expect(JSON.stringify(readJsObject(text))).toBe(JSON.stringify(value));
    expect(readJsObject(text)).toEqual(value);
  });

  it.each([
    ['a function', '{a:function(){}}'],
    ['an arrow function', '{a:()=>1}'],
    ['a call inside', '{a:alert(1)}'],
    ['a call of a call', 'a(b({}))'],
    ['a second call', 'a({})(1)'],
    ['a template', '{a:`1`}'],
    ['a getter', '{get a(){return 1}}'],
    ['a method', '{a(){}}'],
    ['a spread', '{...a}'],
    ['a spread in an array', '[...[]]'],
    ['a computed key', '{["a"]:1}'],
    ['a shorthand', '{a}'],
    ['a regular expression', '{a:/b/}'],
    ['an instance', '{a:new Date}'],
    ['a sum', '[1+1]'],
    ['a joined text', '"a"+"b"'],
    ['a name', '{a:b}'],
    ['a hole', '[1,,2]'],
    ['only a comma', '[,]'],
    ['an assignment', 'var a={}'],
    ['two statements', '{};{}'],
    ['a number no number can hold', '1e999'],
    ['an octal number', '[010]'],
    ['a hexadecimal number', '[0x10]'],
    ['an octal escape', String.raw`'\101'`],
    ['an escape beyond Unicode', String.raw`'\u{110000}'`],
    ['half an escape', String.raw`'\u00'`],
    ['a line break in a text', "'a\nb'"],
    ['a text without end', "{a:'b"],
    ['a comment without end', '{a:1}/*'],
    ['an object without end', '{a:1'],
    ['a call without end', 'cb({a:1}'],
    ['nothing', ''],
    ['a page', '<html></html>'],
  ])('refuses %s', (_, text) => {
    expect(refusalOf(() => readJsObject(text))?.code).toBe('DOCUMENT.DRIFT');
  });

  it('names the place it stopped at, and does not quote', () => {
    expect(refusalOf(() => readJsObject('{a:1, b:secret()}'))?.details).toEqual({ at: 8, reason: 'not a literal' });
  });

  it('takes hostile keys for plain data', () => {
    const read = readJsObject('{__proto__:{polluted:1},"constructor":{prototype:{polluted:1}},hasOwnProperty:1}');

    expect(Object.keys(Object(read))).toEqual(['__proto__', 'constructor', 'hasOwnProperty']);
    expect(Object.getPrototypeOf(read)).toBeNull();
    expect({}).not.toHaveProperty('polluted');
  });

  it('reads as deep as it says and no deeper', () => {
    const nested = (depth: number) => '[{a:'.repeat(depth / 2) + '}]'.repeat(depth / 2).replace('}', '1}');

    expect(refusalOf(() => readJsObject(nested(MAX_JS_DEPTH)))).toBeUndefined();
    expect(refusalOf(() => readJsObject(nested(MAX_JS_DEPTH + 2)))?.details).toMatchObject({ reason: 'too deep' });
    expect(refusalOf(() => readJsObject('['.repeat(MAX_JS_LENGTH)))?.details).toMatchObject({ reason: 'too deep' });
  });

  it.each([
    ['space', ' '],
    ['a name', 'a'],
    ['a digit', '1'],
    ['a text', '"'],
    ['a comment', '/**/'],
    ['an escape', '\\'],
    ['a chain', 'a.'],
    ['a closing star', '/***'],
    ['an array', '[],'],
  ])('ends soon on a text full of %s', (_, part) => {
    const text = part.repeat(MAX_JS_LENGTH / part.length);

    for (const hostile of [text, `[${text.slice(2)}`, `'${text.slice(2)}`, `{a:${text.slice(4)}`]) {
      expect(refusalOf(() => readJsObject(hostile))?.code ?? 'read').toMatch(/^(DOCUMENT\.DRIFT|read)$/);
    }
    expect(refusalOf(() => readJsObject(`${text}  `))?.details).toEqual({ at: 0, reason: 'too long' });
  });

  it('reads everything that JSON.stringify writes, as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8, noUnicodeString: false }), fc.nat(4), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);

        const read = readJsObject(text);

        expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
        expect(JSON.stringify(readJsObject(`cb(${text});`))).toBe(JSON.stringify(read));
      }),
      { numRuns: 500 },
    );
  });

  it('throws nothing but its named error on any text', () => {
    let read = 0;

    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(fc.constantFrom(...TOKENS), { maxLength: 12 }).map((tokens) => tokens.join('')),
        ),
        (text) => {
          const refused = refusalOf(() => readJsObject(text));

          if (refused === undefined) read += 1;
          else expect(refused.code).toBe('DOCUMENT.DRIFT');
        },
      ),
      { numRuns: 5_000 },
    );
    expect(read).toBeGreaterThan(20);
  });
});
