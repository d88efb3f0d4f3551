import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { deskIsland } from '#web/islands/desk.ts';
import { uploadIsland } from '#web/islands/upload.ts';

describe('the script of the desk', () => {
  it('is a script browsers can read', () => {
    expect(() => new Script(`${deskIsland}\n${uploadIsland}`)).not.toThrow();
  });

  it('writes text only as text', () => {
    expect(deskIsland).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
  });
});
