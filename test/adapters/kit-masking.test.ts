import { describe, expect, it } from 'vitest';
import { toFactText } from '#adapters/kit/fact-text.ts';
import { openPage } from '#adapters/kit/page.ts';
import { quote, toPointer } from '#adapters/kit/rows.ts';
import { readCsv } from '#adapters/kit/table-csv.ts';

describe('a number cut short by a limit', () => {
  it('does not come out looking like a phone number', () => {
    expect(toFactText(`${'字'.repeat(488)}1380000000099`)).toBe(`${'字'.repeat(488)}***********…`);
    expect(quote(`${'字'.repeat(29)}1380000000099`)).toBe(`"${'字'.repeat(29)}***********…"`);
  });
});

describe('a name in a JSON pointer', () => {
  it('is masked like any text of the document, an index is not', () => {
    expect(toPointer('lot330501199001011234', 13_800_000_000, 'a/b')).toBe('/lot******************/13800000000/a~1b');
  });
});

describe('a CSV file of empty lines', () => {
  it.each(['\n', '\r\n', '\r'])('counts rows as a spreadsheet does, with line ends %j', (end) => {
    const text = ['', 'a,b', '', '"x,y",2', '', '', '3', ''].join(end);

    const { rows } = readCsv(openPage(Buffer.from(text)));

    expect(rows.map(({ number }) => number)).toEqual([2, 4, 7]);
  });

  it('costs next to nothing', () => {
    const page = openPage(Buffer.from(`a,b\n${'\r\n'.repeat(20_000)}1,2`));
    const before = process.threadCpuUsage();

    const { rows } = readCsv(page);

    const { user } = process.threadCpuUsage(before);
    expect(rows.map(({ number }) => number)).toEqual([1, 20_002]);
    expect(user).toBeLessThan(100_000);
  });
});
