import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lotNumbers } from '#adapters/addresses.ts';
import { handoffForms } from '#adapters/handoff.ts';
import { manifests } from '#adapters/manifests.ts';
import { TEMPLATE_FACTS } from '#shared/domain/handoff/template-kind.ts';
import { readHandoff } from '#shared/services/desk/handoff/read-handoff.ts';
import { ADAPTERS } from '#test/adapters/documents.ts';
import { aHandoffDesk, ready } from '#test/services/desk-handoff/handoff-desk.ts';
import { PEOPLE } from '#test/support/desk.ts';
import { printer } from '#web/handoff/printer.ts';
import { sheetOf } from '#web/handoff/sheet.ts';

const NOTHING = { pictures: [], papers: [] };

describe.each(manifests.map((manifest) => ({ id: manifest.id, manifest })))(
  'handing over to $id',
  ({ id, manifest }) => {
    const form = handoffForms.find(({ platform }) => platform === id);
    const { publish } = manifest.capabilities;
    const byHand = typeof publish === 'object' && 'api' in publish ? publish.otherwise : publish;

    it('is claimed exactly when the adapter declares the form', () => {
      expect(byHand === 'handoff').toBe(form !== undefined);
      expect(existsSync(join(ADAPTERS, id, 'handoff.ts'))).toBe(form !== undefined);
      if (typeof byHand === 'object' && 'no' in byHand) expect(byHand.no.trim()).not.toBe('');
    });

    it.runIf(form !== undefined)('gives a whole package with a field for each box of the form', async () => {
      const desk = await aHandoffDesk();
      const listing = await ready(desk);
      const given = await readHandoff(PEOPLE.office, desk.ports, listing.id);
      const declared = form ?? expect.unreachable();
      const handoff = { ...given, form: declared, source: { ...given.source, platform: { id, name: manifest.name } } };

      const files = unzipSync(await printer.package(handoff, NOTHING));

      const order = `${TEMPLATE_FACTS[declared.order].name}.docx`;
      expect(Object.keys(files)).toEqual(
        expect.arrayContaining(['公告.docx', '公告.html', '字段表.xlsx', '字段表.html', order]),
      );
      const sheet = sheetOf(declared, handoff.source);
      expect(sheet.rows.map(({ label }) => label)).toEqual(declared.fields.map(({ label }) => label));
      expect(
        sheet.rows.find(({ label }) => label === declared.fields.find(({ field }) => field === '起拍价')?.label)?.value,
      ).toBe('50,000.00 元/年');
    });

    it.runIf(form !== undefined)('asks for each thing once, under a label of its own', () => {
      const { fields = [] } = form ?? {};

      expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
      expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
    });

    it.runIf(lotNumbers.has(id))('reads no number out of an address that is not the platform’s', () => {
      const read = lotNumbers.get(id);

      expect(read?.('https://elsewhere.invalid/auction/123456789.htm')).toBeUndefined();
      expect(read?.(`https://${manifest.hosts[0]}/`)).toBeUndefined();
      expect(read?.('not an address')).toBeUndefined();
    });
  },
);

describe('numbers of lots in addresses', () => {
  it.each([
    ['alibaba', 'https://zc-item.taobao.com/auction/568026197658.htm?spm=a2129.1', '568026197658'],
    ['alibaba', 'https://susong-item.taobao.com/sf_item/557630794279.htm', '557630794279'],
    ['jd', 'https://paimai.jd.com/280492523', '280492523'],
  ])('are read on %s out of %s', (id, url, number) => {
    expect(lotNumbers.get(id)?.(url)).toBe(number);
  });
});
