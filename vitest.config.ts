import { defineConfig } from 'vitest/config';

/**
 * Rooms whose tests touch only what they make themselves: they share a process, so that what they import is loaded once
 * and not for every file. The others start hosts, change the environment or replace modules.
 */
const SHARING_A_PROCESS = [
  'adapters',
  'api',
  'arrows',
  'conformance',
  'domain',
  'functions',
  'infra',
  'office',
  'report',
  'services',
  'statistics',
  'stores',
  'web',
].map((room) => `test/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    environment: 'node',
    globals: false,
    // Ceilings against hanging, not measures: processes start slowly where the machine has other work.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    // A test that asserts nothing cannot fail.
    expect: { requireAssertions: true },
    // No credentials or endpoints of whoever runs the tests.
    env: {
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
    },
    projects: [
      { extends: true, test: { name: 'shared', include: SHARING_A_PROCESS, isolate: false } },
      { extends: true, test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: SHARING_A_PROCESS } },
    ],
  },
});
