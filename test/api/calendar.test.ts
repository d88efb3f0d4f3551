import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LotFacts } from '#shared/domain/observation.ts';
import type { Instant } from '#shared/domain/time.ts';
import { aShownLot, inHours, PLATFORMS } from '#test/web/showing.ts';
import { icalText, toIcal } from '#web/api/ical.ts';
import { lotCalendar } from '#web/api/lot-calendar.ts';

const frame = { origin: 'https://auctions.example', platforms: PLATFORMS, uuid: (name: string) => `uuid of ${name}` };

const anyText = fc.string({
  unit: fc.oneof(fc.constantFrom('\\', ';', ',', '\n', '\r', '\t', '\0', '织', '😀'), fc.string({ maxLength: 1 })),
});

function unfolded(ical: string): readonly string[] {
  return ical.replaceAll('\r\n ', '').slice(0, -2).split('\r\n');
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,n])/g, (_, character: string) => (character === 'n' ? '\n' : character));
}

function calendar(facts: Partial<LotFacts>, status?: Parameters<typeof aShownLot>[1]): readonly string[] {
  return unfolded(lotCalendar(aShownLot(facts, status).card, frame));
}

describe('iCalendar', () => {
  it('has no line above 75 octets, cuts no character in two, and is read back whole', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 5 }), (texts) => {
        const lines = texts.map((text) => ['SUMMARY', icalText(text.repeat(9))] as const);

        const ical = toIcal(lines);

        expect(ical.endsWith('\r\n')).toBe(true);
        for (const line of ical.slice(0, -2).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(ical).not.toContain('\ufffd'.repeat(2));
        expect(unfolded(ical)).toEqual(lines.map(([name, value]) => `${name}:${value}`));
      }),
    );
  });

  it('escapes text so that it ends where it ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = text.toWellFormed().replace(/\r\n?/g, '\n');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
        const kept = plain.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

        expect(icalText(text)).not.toMatch(/[\r\n]/);
        expect(unescaped(icalText(text))).toBe(kept);
      }),
    );
  });
});

describe('the calendar of a lot', () => {
  const times = { startsAt: inHours(24), endsAt: inHours(48) };

  it('is one event from start to end with alarms one day and one hour before the end', () => {
    const lines = calendar({ title: '厂房', ...times });

    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:uuid of lot p.1024',
        'SEQUENCE:1',
        'DTSTAMP:20260517T020000Z',
        'DTSTART:20260521T020000Z',
        'DTEND:20260522T020000Z',
        'SUMMARY:【竞价中】厂房',
        'URL:https://auctions.example/lots/p.1024',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER;RELATED=END:-P1D',
      'TRIGGER;RELATED=END:-PT1H',
    ]);
  });

  it.each([
    ['is not known', {}],
    ['does not come before the end', { startsAt: inHours(48) }],
  ])('is the moment of the end where the start %s', (_, start: { startsAt?: Instant }) => {
    const lines = calendar({ endsAt: times.endsAt, ...start });

    expect(lines).toContain('DTSTART:20260522T020000Z');
    expect(lines.filter((line) => line.startsWith('DTEND'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P1D', 'TRIGGER:-PT1H']);
  });

  it.each([
    ['withdrawn', 'CANCELLED'],
    ['suspended', 'TENTATIVE'],
    ['announced', 'CONFIRMED'],
  ] as const)('of a lot that is %s is %s', (status, word) => {
    expect(calendar(times, status)).toContain(`STATUS:${word}`);
  });

  it('is refused in so many words where nobody knows the end', () => {
    expect(() => calendar({})).toThrow(expect.objectContaining({ code: 'LOT.END_UNKNOWN' }));
  });

  it('has no address where the host cannot be trusted', () => {
    const ical = lotCalendar(aShownLot(times).card, { ...frame, origin: '' });

    expect(unfolded(ical).filter((line) => line.startsWith('URL'))).toEqual([]);
  });
});
