import type { Publishing } from '#shared/domain/placement/publishing.ts';

/**
 * Facts about publishing through the interface, data only. The limits are those its sample shows; a platform's own stand in
 * its answer to the connection test.
 */
export function openPlatformPublishing(platform: string): Publishing {
  return {
    platform,
    onceBy: 'reference',
    amend: 'api',
    withdraw: 'api',
    fields: [
      {
        name: 'key',
        label: '接口密钥',
        help: '平台发给我方的接口密钥。此处只填密钥的存放名称，不填密钥本身。',
        kind: 'secret',
        required: true,
      },
      {
        name: 'events',
        label: '推送签名密钥',
        help: '平台推送事件时签名所用的密钥（以 whsec_ 开头）的存放名称；平台不推送的不填。',
        kind: 'secret',
        required: false,
      },
    ],
    eventsSecret: 'events',
    limits: {
      titleLength: 60,
      pictures: 20,
      documents: 20,
      pictureBytes: 5_000_000,
      documentBytes: 5_000_000,
      takesUnequalExtension: false,
      confidence: 'assumed',
      source: '开放平台接口样例',
    },
    untried: '只与演示平台联调过，从未与该平台联调；接口是我方提出的，平台是否采用尚不知道。',
  };
}
