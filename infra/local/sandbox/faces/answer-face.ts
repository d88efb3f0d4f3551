import type { Answer } from '../problem.ts';
import { alibabaFace } from './alibaba.ts';
import { type FaceRequest, MARKETS, type Market } from './face.ts';
import type { AnswerFace, FaceParts } from './face-parts.ts';
import { jdFace } from './jd.ts';

const FACES: Readonly<Record<Market, AnswerFace>> = { alibaba: alibabaFace, jd: jdFace };

/** Answers for the marketplace whose path it is; undefined for a path of none, or of nothing there. */
export function answerFace(parts: FaceParts, request: FaceRequest): Answer | 'lost' | undefined {
  const market = MARKETS.find((each) => request.path === `/${each}` || request.path.startsWith(`/${each}/`));
  return market === undefined ? undefined : FACES[market](parts, request);
}
