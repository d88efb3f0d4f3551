import { describe, expect, it } from 'vitest';
import { maskRecording } from '#adapters/kit/recording.ts';
import { refusalOf } from './documents.ts';

function masked(text: string): string {
  return maskRecording(Buffer.from(text)).bytes.toString();
}

describe('maskRecording', () => {
  it.each([
    ['联系人：王小明，电话 0572-2050000', '联系人：***，电话 0572-2050000'],
    ['<th>联系人</th>\n<td class="c">欧阳小明</td>', '<th>联系人</th>\n<td class="c">****</td>'],
    ['联 系 人:&nbsp;李四联系电话', '联 系 人:&nbsp;**联系电话'],
    ['{"contactName":"阿不都·热合曼","id":1}', '{"contactName":"*******","id":1}'],
    ['{"linkman" : "\\u738b\\u5c0f\\u660e"}', '{"linkman" : "***"}'],
    ['<p>&#29579;&#x5c0f;明先生</p>', '<p>***先生</p>'],
    ['请联系 王女士 13800000000', '请联系 *女士 ***********'],
    ['姓名 赵钱孙 330501199001011234', '姓名 *** ******************'],
    ['{"winner_name":"王小明"}', '{"winner_name":"***"}'],
    ['案外人王小明提出异议', '案外人***提出异议'],
  ])('masks persons in %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([
    '联系人：湖州市吴兴区织里镇人民政府',
    '处置单位：湖州市吴兴区人民法院 电话 0572-2050000',
    '{"contactName":"","title":"厂房"}',
    '<a href="/contact">联系人</a><p>湖州国有资产投资发展有限公司</p>',
    '统一社会信用代码 91330502MA2B4B0000',
    '湖州市吴兴区商品房一套 起拍价 1,234,567.00 元',
  ])('keeps what belongs to an organisation or a lot: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('keeps the bytes of GBK around a mask', () => {
    // 联系人：王小明\r\n湖州
    const bytes = Buffer.from('c1aacfb5c8cba3bacdf5d0a1c3f70d0abafed6dd', 'hex');

    const recording = maskRecording(bytes);

    expect(recording.bytes.toString('hex')).toBe('c1aacfb5c8cba3ba2a2a2a0d0abafed6dd');
    expect(recording).toMatchObject({ charset: 'gbk', masked: 3 });
  });

  it('keeps bytes of four in GBK, signs beyond the first plane and half escapes', () => {
    const gb18030 = Buffer.concat([Buffer.from('9439fc36', 'hex'), Buffer.from('bafed6dd', 'hex')]);
    const text = '🏠 \\ud83c &#55356; &amp; \\n 湖州';

    expect(maskRecording(gb18030).bytes).toEqual(gb18030);
    expect(masked(text)).toBe(text);
  });

  it('finds nothing more to mask in what it masked', () => {
    const once = maskRecording(Buffer.from('联系人：王小明 13800000000'));

    expect(maskRecording(once.bytes)).toMatchObject({ bytes: once.bytes, masked: 0 });
  });

  it('lists places a person should look at', () => {
    expect(maskRecording(Buffer.from('微信 xiaoming 联系人：王小明 李先生')).suspects).toEqual([
      '微信 xiaoming 联系人：*** *先生',
    ]);
  });

  it('does not list what it masked', () => {
    expect(maskRecording(Buffer.from('联系人：王小明 <td>李先生</td>')).suspects).toEqual([]);
  });

  it('refuses bytes it cannot read whole', () => {
    expect(refusalOf(() => maskRecording(Buffer.from('bafed6ddff20ffbafed6dd', 'hex')))?.code).toBe(
      'DOCUMENT.ENCODING',
    );
  });

  it('takes no time on a page made to be slow', () => {
    const slow = Buffer.from(`${'联系人<'.repeat(20_000)}${'联系人：'.repeat(20_000)}${'先生'.repeat(20_000)}`);
    const before = process.cpuUsage();

    maskRecording(slow);

    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});
