import type { AppError } from '#shared/errors/app-error.ts';
import { forbidden } from './http-guard.ts';

/** A step that pages through something: `bids:3` is the third page of the bids. */
export interface PageStep {
  readonly name: string;
  /** From 1. */
  readonly page: number;
}

/**
 * Reads a step as `pageStep` wrote it. Steps come back out of a store, so nothing else gets into an address.
 * @throws AppError `PLATFORM.FORBIDDEN_ADDRESS`
 */
export function readPageStep(step: string): PageStep {
  const [, name, page] = /^([a-z][a-z-]{0,19}):([1-9]\d{0,3})$/.exec(step) ?? [];
  if (name === undefined) throw forbidden('not a step of this platform');
  return { name, page: Number(page) };
}

/** Names the request for a page. */
export function pageStep(name: string, page: number): string {
  return `${name}:${page}`;
}

/** The error for a list, a step or a number of a lot that the platform has no address for. */
export function noSuchTarget(): AppError {
  return forbidden('nothing of this platform');
}
