/** A file and what it imports, in the miniature repository of `cruised-imports.ts`. */
export interface ImportingFile {
  readonly file: string;
  readonly imports: readonly string[];
}

/** A rule of `.dependency-cruiser.cjs`: each import of `wrong` breaks it and no other rule, `right` breaks none. */
interface ArrowCase {
  readonly rule: string;
  readonly wrong: ImportingFile;
  readonly right: ImportingFile;
}

/** Two files of one folder, `<folder>/wrong.ts` and `<folder>/right.ts`. */
function inFolder(rule: string, folder: string, wrong: readonly string[], right: readonly string[]): ArrowCase {
  return {
    rule,
    wrong: { file: `${folder}/wrong.ts`, imports: wrong },
    right: { file: `${folder}/right.ts`, imports: right },
  };
}

const TRADE = ['#shared/domain/leaf.ts', '#shared/errors/leaf.ts', '#shared/ports/leaf.ts'];

const rooms: readonly ArrowCase[] = [
  ...['shared/domain', 'shared/errors', 'shared/ports'].map((folder) =>
    inFolder('trade-imports-itself', folder, ['node:crypto', 'zod', '#shared/services/leaf.ts'], TRADE),
  ),
  inFolder(
    'statistics-imports-nothing',
    'shared/statistics',
    ['#shared/domain/leaf.ts', 'node:util'],
    ['#shared/statistics/leaf.ts'],
  ),
  inFolder(
    'services-see-ports',
    'shared/services',
    [
      '#shared/aws/leaf.ts',
      'zod',
      'node:crypto',
      '#adapters/registry.ts',
      '#web/leaf.ts',
      '#shared/statistics/core/leaf.ts',
    ],
    [...TRADE, '#shared/statistics/leaf.ts', '#shared/messages/leaf.ts', '#shared/services/leaf.ts'],
  ),
  inFolder(
    'messages-are-schemas',
    'shared/messages',
    ['#shared/services/leaf.ts', 'hono', 'node:util'],
    [...TRADE, '#shared/messages/leaf.ts', 'zod/mini'],
  ),
  inFolder(
    'aws-implements-ports',
    'shared/aws',
    ['#shared/services/leaf.ts', '#shared/messages/leaf.ts', 'hono', 'node:crypto'],
    [...TRADE, '#shared/aws/leaf.ts', '@aws-sdk/client-sqs', '@aws-sdk/util-dynamodb', '@smithy/types', 'aws4fetch'],
  ),
  inFolder(
    'adapters-see-the-port',
    'adapters/east',
    [
      '#shared/services/leaf.ts',
      '#shared/aws/leaf.ts',
      '#infra/topology.ts',
      '@middy/core',
      'cheerio',
      'zod',
      'node:fs',
    ],
    [...TRADE, '#adapters/east/leaf.ts', '#adapters/kit/leaf.ts', 'cheerio/slim', 'zod/mini'],
  ),
  inFolder(
    'kit-reads-and-fetches',
    'adapters/kit/reading',
    ['#shared/services/leaf.ts', '#shared/aws/leaf.ts', '#infra/topology.ts', '@middy/core', 'cheerio', 'node:fs'],
    [...TRADE, '#adapters/kit/leaf.ts', 'cheerio/slim', 'zod/mini', 'axios', 'node:net'],
  ),
  inFolder(
    'functions-stay-thin',
    'functions',
    ['cheerio/slim', 'node:fs', '#infra/topology.ts', '#adapters/kit/leaf.ts'],
    [
      ...['#shared/services/leaf.ts', '#adapters/registry.ts', '#adapters/manifests.ts', '#web/leaf.ts', 'node:crypto'],
      ...['@middy/core', '@aws-lambda-powertools/logger', 'hono', 'zod/mini', 'aws-lambda'],
    ],
  ),
  {
    rule: 'heavy-packages-have-one-function',
    wrong: { file: 'functions/heavy.ts', imports: ['axios', 'aws-jwt-verify', '@jimp/js-jpeg'] },
    right: { file: 'functions/signin-right.ts', imports: ['axios', 'aws-jwt-verify'] },
  },
  {
    rule: 'topology-is-data',
    wrong: { file: 'infra/topology-wrong.ts', imports: ['aws-cdk-lib', '#shared/domain/leaf.ts', 'node:path'] },
    right: { file: 'infra/topology-right.ts', imports: ['#infra/topology.ts', '#adapters/manifests.ts'] },
  },
  inFolder(
    'stacks-come-from-the-topology',
    'infra/aws',
    ['#infra/local/leaf.ts', '#shared/domain/leaf.ts', '#adapters/manifests.ts', 'node:fs'],
    ['#infra/aws/leaf.ts', '#infra/topology.ts', '#infra/topology-leaf.ts', '#infra/bundles.ts', 'aws-cdk-lib'],
  ),
  inFolder(
    'web-shows-services',
    'web',
    ['#shared/aws/leaf.ts', '#shared/ports/leaf.ts', '#adapters/manifests.ts', 'axios', 'node:fs'],
    ['#web/leaf.ts', '#shared/services/leaf.ts', '#shared/domain/leaf.ts', '#shared/messages/leaf.ts', 'hono'],
  ),
];

const arrows: readonly ArrowCase[] = [
  inFolder('aws-clients-at-the-edge', 'shared/services/cloud', ['@aws-sdk/client-sqs'], ['#shared/ports/leaf.ts']),
  {
    rule: 'aws-clients-at-the-edge',
    wrong: { file: 'functions/clients.ts', imports: ['@aws-sdk/client-sqs'] },
    right: { file: 'functions/wiring.ts', imports: ['@aws-sdk/client-sqs'] },
  },
  {
    rule: 'aws-is-joined-in-wiring',
    wrong: { file: 'functions/door.ts', imports: ['#shared/aws/leaf.ts'] },
    right: { file: 'infra/local/stores.ts', imports: ['#shared/aws/leaf.ts'] },
  },
  inFolder(
    'adapters-are-strangers',
    'adapters/east/pages',
    ['#adapters/west/leaf.ts', '#adapters/registry.ts'],
    ['#adapters/east/leaf.ts', '#adapters/kit/leaf.ts'],
  ),
  inFolder(
    'kit-knows-no-platform',
    'adapters/kit',
    ['#adapters/west/leaf.ts', '#adapters/manifests.ts'],
    ['#adapters/kit/leaf.ts'],
  ),
  {
    rule: 'manifests-are-data',
    wrong: { file: 'adapters/east/manifest.ts', imports: ['#adapters/east/leaf.ts', 'zod/mini'] },
    right: { file: 'adapters/west/manifest.ts', imports: ['#shared/ports/leaf.ts', '#shared/domain/leaf.ts'] },
  },
  inFolder(
    'adapters-through-the-registry',
    'infra/local/platforms',
    ['#adapters/west/leaf.ts'],
    ['#adapters/registry.ts'],
  ),
  {
    rule: 'adapters-through-the-registry',
    wrong: { file: 'functions/one-platform.ts', imports: ['#adapters/west/leaf.ts'] },
    right: { file: 'adapters/registry.ts', imports: ['#adapters/west/leaf.ts'] },
  },
  {
    rule: 'functions-are-entry-points',
    wrong: { file: 'infra/aws/calls-function.ts', imports: ['#functions/leaf.ts'] },
    right: { file: 'infra/local/calls-function.ts', imports: ['#functions/leaf.ts'] },
  },
  {
    rule: 'production-imports-no-test',
    wrong: { file: 'infra/local/borrowing.ts', imports: ['#test/support/leaf.ts'] },
    right: { file: 'test/infra-local/borrowing.test.ts', imports: ['#test/support/leaf.ts', '#infra/local/leaf.ts'] },
  },
  {
    rule: 'no-cycles',
    wrong: { file: 'infra/local/hen.ts', imports: ['#infra/local/egg.ts'] },
    right: { file: 'infra/local/cock.ts', imports: ['#infra/local/hen.ts'] },
  },
  {
    rule: 'no-cycles',
    wrong: { file: 'infra/local/egg.ts', imports: ['#infra/local/hen.ts'] },
    right: { file: 'infra/local/chick.ts', imports: ['#infra/local/egg.ts'] },
  },
];

const packages: readonly ArrowCase[] = [
  inFolder('no-unresolvable-imports', 'infra/local/typing', ['#shared/domain/!missing.ts'], ['#shared/domain/leaf.ts']),
  inFolder('no-undeclared-packages', 'infra/local/undeclared', ['stowaway'], ['hono']),
  inFolder('no-dev-packages-in-production', 'shared/aws/objects', ['@aws-sdk/client-s3'], ['@aws-sdk/client-sqs']),
  inFolder('no-deprecated-packages', 'infra/local/old', ['abandoned'], ['hono', '@aws-sdk/client-s3']),
];

/** Every rule at least once; a rule about several folders once for each. */
export const arrowCases: readonly ArrowCase[] = [...rooms, ...arrows, ...packages];
