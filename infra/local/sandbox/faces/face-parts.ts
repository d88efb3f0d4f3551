import type { PlatformClock } from '../clock.ts';
import type { Faults } from '../faults.ts';
import type { SandboxPlatform } from '../platform.ts';
import type { Answer } from '../problem.ts';
import type { SandboxStore } from '../store.ts';
import type { FaceRequest } from './face.ts';

/** What a face answers from. A lot's number is its `lotId`: digits on a marketplace, `DEMO-…` behind the interface. */
export interface FaceParts {
  readonly platform: SandboxPlatform;
  readonly store: SandboxStore;
  readonly clock: PlatformClock;
  readonly faults: Faults;
  /** Where the host is, `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** What callers share with the sandbox: the application's secret of the open-platform calls. */
  readonly key: string;
}

/** Answers for one face below its path; `lost` closes the connection without an answer, undefined is an unknown path. */
export type AnswerFace = (parts: FaceParts, request: FaceRequest) => Answer | 'lost' | undefined;
