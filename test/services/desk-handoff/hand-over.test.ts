import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { handOverPackage } from '#shared/services/desk/handoff/hand-over-package.ts';
import { issueResult, resultKinds } from '#shared/services/desk/handoff/issue-result.ts';
import { readHandoff } from '#shared/services/desk/handoff/read-handoff.ts';
import { recordAddress } from '#shared/services/desk/handoff/record-address.ts';
import { returnScan } from '#shared/services/desk/listing/return-scan.ts';
import { PEOPLE, PUBLIC } from '#test/support/desk.ts';
import { end } from '#test/support/desk-journey.ts';
import { fileOf } from '#test/support/desk-terms.ts';
import { printer } from '#web/handoff/printer.ts';
import { aFullLease, aHandoffDesk, type HandoffDesk, LOT_ADDRESS, ready } from './handoff-desk.ts';

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

function handOver(desk: HandoffDesk, id: string, caller = PEOPLE.office) {
  return handOverPackage(caller, desk.ports, printer, id, desk.command());
}

async function kept(desk: HandoffDesk, sha256: string, ending: string): Promise<Uint8Array> {
  const object = await desk.files.get(`handoff/${sha256}.${ending}`);
  return object?.bytes ?? expect.unreachable('what the log names is kept');
}

describe('handing over', () => {
  it('keeps the package, numbers the notice and starts the clock', async () => {
    const desk = await aHandoffDesk();
    const { id } = await ready(desk);

    const { state } = await handOver(desk, id);

    const { handedOver } = state.rounds[0] ?? expect.unreachable();
    expect(state.state).toBe('handed-over');
    expect(state.documents.map(({ kind, number }) => [kind, number])).toEqual([['notice', '吴资交告〔2024〕1号']]);
    const files = unzipSync(await kept(desk, handedOver?.packageSha256 ?? '', 'zip'));
    expect(Object.keys(files)).toEqual([
      '公告.docx',
      '公告.html',
      '字段表.xlsx',
      '字段表.html',
      '材料清单.docx',
      '受理单.docx',
      '附件/01-材料.pdf',
    ]);
    expect(files['公告.docx']).toEqual(await kept(desk, state.documents[0]?.sha256 ?? '', 'docx'));
  });

  it('takes one number and one package when it is begun again after a crash at any write', async () => {
    const reference = await aHandoffDesk();
    const expected = (await handOver(reference, (await ready(reference)).id)).state;
    for (let failing = 1; failing <= 8; failing += 1) {
      const desk = await aHandoffDesk();
      const { id } = await ready(desk);
      let writes = 0;
      const put: typeof desk.ports.records.put = async (item, condition) => {
        writes += 1;
        const result = await desk.ports.records.put(item, condition);
        if (writes === failing) throw new AppError('STORE.UNAVAILABLE', 'the process died');
        return result;
      };
      const dying = { ...desk.ports, records: { ...desk.ports.records, put } };
      const command = desk.command();
      await handOverPackage(PEOPLE.office, dying, printer, id, command).catch(() => undefined);

      const { state } = await handOverPackage(PEOPLE.office, desk.ports, printer, id, command);

      expect(state.documents.map(({ number }) => number)).toEqual(['吴资交告〔2024〕1号']);
      expect(state.rounds[0]?.handedOver?.packageSha256).toBe(expected.rounds[0]?.handedOver?.packageSha256);
    }
  });

  it('names everything that lacks, and takes no number for it', async () => {
    const desk = await aHandoffDesk();
    const { id } = await ready(desk);
    const templates = (await readHandoff(PEOPLE.office, desk.ports, id)).templates;
    const notice = `${templates.texts.notice}规划用途:{{规划用途}}\n备注:{{备注}}\n`;
    await desk.saveSetting('templates', { texts: { ...templates.texts, notice }, series: templates.series });

    const refused = await handOver(desk, id).catch((error: AppError) => error.details['errors']);

    expect(refused).toEqual([
      { pointer: '/fields/规划用途', detail: '还缺:规划用途' },
      { pointer: '/fields/备注', detail: '还缺:备注' },
    ]);
    expect(desk.records.items('NUMBERS#')).toEqual([]);
  });

  it('refuses a remark that gives the reserve away', async () => {
    const desk = await aHandoffDesk();
    const { id } = await ready(desk, aFullLease({ remarks: '低于52,345.67元不卖' }));

    expect(await codeOf(handOver(desk, id))).toBe('HANDOFF.INCOMPLETE');
  });

  it('is refused to who may not, and hidden from who may not see it, without taking a number', async () => {
    const desk = await aHandoffDesk();
    const { id } = await ready(desk);

    expect(await codeOf(handOver(desk, id, PEOPLE.auditor))).toBe('ACCESS.DENIED');
    expect(await codeOf(handOver(desk, id, PEOPLE.foreignClerk))).toBe('RESOURCE.NOT_FOUND');
    expect(await codeOf(handOver(desk, id, PEOPLE.foreignOperator))).toBe('RESOURCE.NOT_FOUND');
    expect(desk.records.items('NUMBERS#')).toEqual([]);
  });

  it('happens once: a second command is refused by the state', async () => {
    const desk = await aHandoffDesk();
    const { id } = await ready(desk);
    await handOver(desk, id);

    expect(await codeOf(handOver(desk, id))).toBe('LISTING.STATE');
  });
});

describe('documents about the result', () => {
  async function sold(desk: HandoffDesk) {
    const { id } = await ready(desk);
    await handOver(desk, id);
    const handoff = await readHandoff(PEOPLE.operator, desk.ports, id);
    await recordAddress(PEOPLE.operator, desk.ports, handoff, desk.command(), ` ${LOT_ADDRESS} `);
    return id;
  }

  it('follow the lot, whose number is read from the address', async () => {
    const desk = await aHandoffDesk();
    const id = await sold(desk);

    const { listing } = (await readHandoff(PEOPLE.office, desk.ports, id)).source;

    expect(listing.rounds[0]?.placed).toMatchObject({ url: LOT_ADDRESS, lotId: `${PUBLIC}.4711` });
    expect(resultKinds(listing)).toEqual([]);
  });

  it('are numbered once each, and their stamped scans come back', async () => {
    const desk = await aHandoffDesk();
    const id = await sold(desk);
    await end(desk, id, 'sold');
    const issue = () => issueResult(PEOPLE.office, desk.ports, printer, id, 'confirmation', desk.command());

    await issue();
    const { state } = await issue();
    const number = state.documents[1]?.number ?? '';
    const scanned = await returnScan(PEOPLE.office, desk.ports, id, desk.command(), { number, file: fileOf('other') });

    expect(state.documents.map((document) => document.number)).toEqual(['吴资交告〔2024〕1号', '吴资交确〔2024〕1号']);
    expect(scanned.state.documents[1]?.scan).toBe(fileOf('other'));
    expect((await kept(desk, state.documents[1]?.sha256 ?? '', 'docx')).length).toBeGreaterThan(1_000);
  });

  it('confirm no sale where there was none, but publish the failure', async () => {
    const desk = await aHandoffDesk();
    const id = await sold(desk);
    const listing = await end(desk, id, 'failed');

    expect(resultKinds(listing)).toEqual(['result-publicity', 'village-publicity']);
    expect(await codeOf(issueResult(PEOPLE.office, desk.ports, printer, id, 'confirmation', desk.command()))).toBe(
      'HANDOFF.TOO_EARLY',
    );
  });
});
