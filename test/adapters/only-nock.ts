import nock from 'nock';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** Lets nobody reach the network in the tests of a file but what they name; to be called at its top. */
export function onlyNock(): void {
  beforeAll(() => {
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
  });
  afterEach(() => nock.cleanAll());
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
}
