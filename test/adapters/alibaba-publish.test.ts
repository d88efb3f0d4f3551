import { describe, expect, it } from 'vitest';
import { auctionFaults, auctionFields } from '#adapters/alibaba/auction-fields.ts';
import { noticeTitle } from '#adapters/alibaba/notice.ts';
import { outIdOf } from '#adapters/alibaba/out-id.ts';
import { errorOfResponse } from '#adapters/alibaba/top-error.ts';
import { signTop } from '#adapters/alibaba/top-sign.ts';
import { fen } from '#shared/domain/money.ts';
import { anOffer } from './alibaba-publish-parts.ts';

const NO_FILES = { pictures: [], attachments: [] };
const OPTIONS = { proxyNick: '演示机构', categoryId: '50025969', priceUnit: 'fen' };

describe('the signature of an open-platform call', () => {
  it('is HMAC-MD5 over sorted names and values, upper case', () => {
    const parameters = {
      v: '2.0',
      method: 'taobao.auction.zc.project.query',
      app_key: '10000001',
      timestamp: '2026-06-10 08:00:00',
      format: 'json',
      sign_method: 'hmac',
      nick: '中国某机构',
      out_biz_id: '12324',
    };

    // Made with `openssl dgst -md5 -hmac` over the text that the documents describe.
    expect(signTop(parameters, 'a secret of the tests')).toBe('790810C5238093B5DE53FDB34645EF9F');
  });

  it('leaves out itself and what is empty, and keeps the order of ASCII', () => {
    const bare = signTop({ foo: '1', bar: '2', foo_bar: '3', foobar: '4' }, 'secret');

    expect(signTop({ foobar: '4', sign: 'X', empty: '', foo_bar: '3', bar: '2', foo: '1' }, 'secret')).toBe(bare);
    expect(signTop({ foo: '1', bar: '2', foo_bar: '3', foobar: '5' }, 'secret')).not.toBe(bare);
  });
});

describe('our reference as a number', () => {
  it('is the same for the same reference, and a whole number of JSON', () => {
    expect(outIdOf('LST-1-1')).toBe('4196368457425582');
    expect(outIdOf('LST-1-2')).not.toBe(outIdOf('LST-1-1'));
    expect(Number.isSafeInteger(Number(outIdOf('LST-1-1')))).toBe(true);
  });
});

describe('the object of the publish call', () => {
  it('carries the offer in the names of the page, times as Beijing wall time', () => {
    const files = { pictures: ['i1/a.jpg', 'i1/b.jpg'], attachments: [{ name: '公告.pdf', key: 'K1' }] };

    expect(auctionFields(anOffer(), { ...OPTIONS, projectId: '135068', locationCode: '330502' }, files)).toEqual({
      out_id: Number(outIdOf('LST-2026-7-1')),
      proxy_nick: '演示机构',
      project_id: 135_068,
      category_id: 50_025_969,
      location: 330_502,
      title: '【演示】沿街商铺7号三年租赁权',
      description: expect.stringContaining('委托编号:LST-2026-7-1;'),
      item_notice: '现状出租',
      start: '2026-06-11 08:00:00',
      end: '2026-06-11 09:00:00',
      start_price: 1_860_000,
      reserve_price: 2_000_000,
      consult_price: 2_100_000,
      freeze_amount: 186_000,
      increase_range: 20_000,
      link_man: '经办人',
      mobile_phone: '0572-2000000',
      pic_url_list: 'i1/a.jpg,i1/b.jpg',
      attach_urls: 'K1',
    });
  });

  it('never tells the reserve in words', () => {
    expect(String(auctionFields(anOffer(), OPTIONS, NO_FILES)['description'])).not.toContain('20,000.00');
  });

  it('says yuan where the office says the contract does, and refuses what is no whole yuan', () => {
    const options = { ...OPTIONS, priceUnit: 'yuan' };

    expect(auctionFields(anOffer(), options, NO_FILES)).toMatchObject({ start_price: 18_600, freeze_amount: 1_860 });
    expect(auctionFaults(anOffer(), options)).toEqual([]);
    expect(auctionFaults(anOffer({ depositFen: fen(186_050) }), options)).toMatchObject([
      { pointer: '/deposit/fen', code: 'amount.not_yuan' },
    ]);
  });

  it('refuses a number of the connection that is none', () => {
    expect(auctionFaults(anOffer(), { ...OPTIONS, categoryId: '房产' })).toMatchObject([
      { pointer: '', code: 'connection.not_number' },
    ]);
  });
});

describe('the title of a notice', () => {
  it('is at most 150 characters and keeps the reference', () => {
    const title = noticeTitle({ title: '滩涂'.repeat(100), reference: 'LST-1-1' });

    expect([...title]).toHaveLength(150);
    expect(title).toMatch(/…处置公告\(委托编号LST-1-1\)$/);
  });
});

describe('an error reply', () => {
  it.each([
    [
      { code: 7, msg: 'App Call Limited', sub_code: 'accesscontrol.limited-by-api-access-count' },
      'PLATFORM.RATE_LIMITED',
    ],
    [{ code: 8, msg: 'App Call Exceeds Limited Frequency' }, 'PLATFORM.RATE_LIMITED'],
    [{ code: 11, msg: 'Insufficient ISV Permissions' }, 'PLATFORM.REFUSED'],
    [{ code: 22, msg: 'Invalid Method' }, 'PLATFORM.REFUSED'],
    [{ code: 25, msg: 'Invalid Signature' }, 'PLATFORM.REFUSED'],
    [{ code: 27, msg: 'Invalid Session' }, 'PLATFORM.REFUSED'],
    [{ code: 29, msg: 'Invalid App Key' }, 'PLATFORM.REFUSED'],
    [{ code: 50, msg: 'Remote service error', sub_code: 'isv.invalid-permission' }, 'PLATFORM.REFUSED'],
    [{ code: 40, msg: 'Missing Required Arguments' }, 'PLACEMENT.REFUSED'],
    [
      { code: 50, msg: 'Remote service error', sub_code: 'isv.invalid-parameter', sub_msg: '非法参数' },
      'PLACEMENT.REFUSED',
    ],
    [{ code: '15', msg: 'Remote service error', sub_code: 'isp.remote-service-error' }, 'PLATFORM.UNAVAILABLE'],
    [{ code: 50, msg: 'Remote service error' }, 'PLATFORM.UNAVAILABLE'],
    ['nonsense', 'PLATFORM.UNAVAILABLE'],
  ])('%j of a call that makes nothing is %s', (response, code) => {
    expect(errorOfResponse(response, false).code).toBe(code);
  });

  it.each([
    [{ code: 10, msg: 'Service Currently Unavailable' }, 'PLATFORM.UNAVAILABLE'],
    [{ code: 15, msg: 'Remote service error', sub_code: 'isp.remote-service-timeout' }, 'PLATFORM.ANSWER_LOST'],
    [{ code: 50, msg: 'Remote service error' }, 'PLATFORM.ANSWER_LOST'],
    [{ code: 50, msg: 'Remote service error', sub_code: 'isv.invalid-parameter' }, 'PLACEMENT.REFUSED'],
  ])('%j of the call that makes a lot is %s', (response, code) => {
    expect(errorOfResponse(response, true).code).toBe(code);
  });

  it('passes on how long to wait, and what was refused in the words of the platform', () => {
    const limited = { code: 7, sub_msg: 'This ban will last for 31062 more seconds' };
    const refused = { code: 50, sub_code: 'isv.invalid-parameter', sub_msg: '类目不存在,请联系13800000000' };

    expect(errorOfResponse(limited, true).details['retryAfterMs']).toBe(31_062_000);
    expect(errorOfResponse(refused, true).details).toEqual({
      code: 'isv.invalid-parameter',
      faults: [{ pointer: '', code: 'isv.invalid-parameter', detail: '类目不存在,请联系***********' }],
    });
  });
});
