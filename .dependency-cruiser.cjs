/**
 * The arrows between the rooms. Each import that goes the wrong way is reported by exactly one rule:
 * what has a rule of its own (AWS clients, functions, tests, other adapters) passes the lists of the rooms.
 * `test/arrows/arrows.test.ts` shows every rule failing once.
 */

/** Files of an npm package; `inside` narrows it to an entry point. */
const npm = (name, inside = '') => `^node_modules/${name}/${inside}`;

const AWS_CLIENTS = npm('@aws-sdk/client-[^/]+');
const TRADE = '^shared/(domain|errors|ports)/';
const ONE_ADAPTER = '^adapters/((?!kit/)[^/]+)/';
const OWN_RULE = [AWS_CLIENTS, ONE_ADAPTER, '^functions/', '^test/'];

/** A room that may import its list and nothing else. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: [...allowed, ...OWN_RULE] },
});

const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

const rooms = [
  only('trade-imports-itself', TRADE, [TRADE], 'The rules of the trade outlive every library, runtime and cloud.'),
  only(
    'statistics-imports-nothing',
    '^shared/statistics/',
    ['^shared/statistics/'],
    'The one place with floats stays a closed box, so that no float leaks into money.',
  ),
  only(
    'services-see-ports',
    '^shared/services/',
    [TRADE, '^shared/(services|messages)/', '^shared/statistics/[^/]+$'],
    'Use cases meet the world through ports; otherwise they cannot be simulated or moved to another cloud.',
  ),
  only(
    'messages-are-schemas',
    '^shared/messages/',
    [TRADE, '^shared/messages/', npm('zod')],
    'A queue message is a versioned shape; who sends it and what carries it is not its business.',
  ),
  only(
    'aws-implements-ports',
    '^shared/aws/',
    [TRADE, '^shared/aws/', npm('@aws-sdk/[^/]+'), npm('@smithy/[^/]+'), npm('aws4fetch')],
    'Cloud code implements ports and knows no use case, so that it can be replaced folder by folder.',
  ),
  only(
    'kit-reads-and-fetches',
    '^adapters/kit/',
    [
      '^adapters/',
      TRADE,
      npm('cheerio', 'dist/[^/]+/slim\\.'),
      npm('htmlparser2'),
      npm('zod', 'mini/'),
      npm('csv-parse', 'lib/sync'),
      npm('fflate'),
      npm('axios'),
      '^(node:)?(buffer|dns|http|https|net|stream|util|zlib)(/|$)',
    ],
    'The kit reads every format and fetches from platforms; files, clouds and services are not its business.',
  ),
  only(
    'adapters-see-the-port',
    '^adapters/(?!kit/)',
    ['^adapters/', TRADE, npm('cheerio', 'dist/[^/]+/slim\\.'), npm('zod', 'mini/'), '^(node:)?crypto$'],
    'An adapter turns their words into ours: no cloud, no service, and only the small entry points of its packages.',
  ),
  only(
    'functions-stay-thin',
    '^functions/',
    [
      '^shared/',
      '^adapters/((registry|manifests|fees|handoff|addresses|publishers|publishing|fetchers|fetching)|kit/(table-[^/]+|http-send))\\.ts$',
      '^web/',
      npm('@middy/[^/]+'),
      npm('@aws-lambda-powertools/[^/]+'),
      npm('@types/aws-lambda'),
      npm('hono'),
      npm('zod', 'mini/'),
      npm('aws-jwt-verify'),
      npm('axios'),
      npm('@jimp/[^/]+'),
      npm('standardwebhooks'),
      npm('nodemailer'),
      '^(node:)?(crypto|zlib)$',
    ],
    'A function parses, calls one service and answers; each further package is cold start for every call.',
  ),
  only(
    'topology-is-data',
    '^infra/topology[^/]*\\.ts$',
    ['^infra/topology[^/]*\\.ts$', '^adapters/(manifests|publishing|fetching)\\.ts$'],
    'CDK and the embedded host read the same description; neither may leak into it.',
  ),
  only(
    'stacks-come-from-the-topology',
    '^infra/aws/',
    ['^infra/(aws/|topology[^/]*\\.ts$|bundles\\.ts$)', npm('aws-cdk-lib'), npm('constructs')],
    'The stacks say nothing the topology does not say; application code reaches them as bundles, by name.',
  ),
  only(
    'web-shows-services',
    '^web/',
    [
      '^web/',
      '^shared/(services|domain|messages|errors)/',
      ...['hono', 'echarts', 'docx', 'fflate', 'write-excel-file'].map((name) => npm(name)),
    ],
    'Pages show what services answer; they do not reach storage, the cloud or a platform.',
  ),
];

const arrows = [
  never(
    'aws-clients-at-the-edge',
    { pathNot: ['^shared/aws/', '^infra/', '^test/', '^functions/wiring\\.ts$'] },
    { path: AWS_CLIENTS },
    'One folder speaks the AWS protocols; everything else uses a port.',
  ),
  never(
    'aws-is-joined-in-wiring',
    { path: '^functions/', pathNot: '^functions/wiring\\.ts$' },
    { path: '^shared/aws/' },
    'Ports meet their implementations in functions/wiring.ts only.',
  ),
  never(
    'adapters-are-strangers',
    { path: ONE_ADAPTER },
    { path: '^adapters/', pathNot: '^adapters/($1|kit)/' },
    'A platform is removed by removing its folder; what two adapters share belongs in adapters/kit.',
  ),
  never(
    'kit-knows-no-platform',
    { path: '^adapters/kit/' },
    { path: '^adapters/', pathNot: '^adapters/kit/' },
    'The kit serves all platforms alike.',
  ),
  never(
    'manifests-are-data',
    { path: '^adapters/(manifests|[^/]+/manifest)\\.ts$' },
    { pathNot: ['^shared/(ports|domain)/', '^adapters/([^/]+/manifest|kit/open-platform/document-kinds)\\.ts$'] },
    'Manifests are read while deploying and by every function: facts only, no adapter code behind them.',
  ),
  never(
    'adapters-through-the-registry',
    {
      pathNot: [
        '^adapters/(registry|manifests|samples|words|fees|handoff|addresses|publishers|publishing|fetchers|fetching|open-platform)\\.ts$',
        '^adapters/[^/]+/',
        '^test/',
      ],
    },
    { path: ONE_ADAPTER },
    'Adding a platform touches its folder and the registry; nobody else names it.',
  ),
  never(
    'heavy-packages-have-one-function',
    { path: '^functions/', pathNot: '^functions/(signin|picture|notices-mail)[^/]*\\.ts$' },
    { path: [npm('aws-jwt-verify'), npm('axios'), npm('@jimp/[^/]+'), npm('nodemailer')] },
    'Signing in speaks to the issuer, pictures need codecs, notices go by mail; every other function would carry them for nothing.',
  ),
  never(
    'functions-are-entry-points',
    { pathNot: ['^functions/', '^test/', '^infra/local/'] },
    { path: '^functions/' },
    'A function is called by a trigger; code worth sharing belongs in a service.',
  ),
  never('production-imports-no-test', { pathNot: '^test/' }, { path: '^test/' }, 'Tests are not shipped.'),
  never('no-cycles', {}, { circular: true }, 'Files in a circle cannot be read, tested or moved one by one.'),
];

const packages = [
  never(
    'no-unresolvable-imports',
    {},
    { couldNotResolve: true },
    'An import that does not resolve slips past the rules above.',
  ),
  never(
    'no-undeclared-packages',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    'A package that is only there because another one needs it disappears with that one.',
  ),
  never(
    'no-dev-packages-in-production',
    { pathNot: ['^test/', '^infra/', '^scripts/'] },
    // Type packages vanish before bundling.
    { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    'What runs in a function is a dependency.',
  ),
  never(
    'no-deprecated-packages',
    {},
    { dependencyTypes: ['deprecated'] },
    'Its authors have stopped repairing it; take the successor they name.',
  ),
];

module.exports = {
  forbidden: [...rooms, ...arrows, ...packages],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
