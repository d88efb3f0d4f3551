import type { Publishing } from '#shared/domain/placement/publishing.ts';

/** A platform of the desk in memory that can be published to. */
export function aPublishing(platform: string, of: Partial<Publishing> = {}): Publishing {
  return {
    platform,
    onceBy: 'reference',
    amend: 'api',
    withdraw: { no: '接口没有撤下' },
    fields: [
      { name: 'key', label: '接口密钥', help: '平台发放。', kind: 'secret', required: true },
      { name: 'events', label: '推送签名密钥', help: '平台推送时签名用。', kind: 'secret', required: false },
      { name: 'shop', label: '店铺名称', help: '平台上的店铺。', kind: 'text', required: true },
      {
        name: 'site',
        label: '站点',
        help: '在哪个站点上架。',
        kind: 'choice',
        choices: [{ value: 'main', label: '主站' }],
        required: false,
      },
    ],
    eventsSecret: 'events',
    limits: { titleLength: 12, confidence: 'documented', source: '平台接口说明' },
    untried: '从未与平台实测',
    ...of,
  };
}
