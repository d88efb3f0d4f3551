import { toPlainText } from '#shared/domain/plain-text.ts';
import { readLink } from '../kit/link.ts';
import { openMarkup } from '../kit/markup.ts';
import { linesOf, toLines } from '../kit/notice-lines.ts';
import { manifest } from './manifest.ts';

/** How browsers mark a page they save. */
const SAVED_FROM = /<!-- saved from url=\(\d{1,6}\)(\S{1,300}) -->/;

/** A bulletin's text, line by line, and its number where it carries its own address. */
interface NoticeText {
  readonly lines: readonly string[];
  readonly number: string | undefined;
}

/**
 * Takes a bulletin as its page or as plain text. Lines are in plain characters, blank ones left out.
 * @throws AppError `DOCUMENT.DRIFT` when it is longer than any notice
 */
export function readNoticeText(text: string): NoticeText {
  if (!/<(?:!doctype|html|head|body|div|p|table|h1)[\s>]/i.test(text)) {
    return { lines: toLines(text), number: undefined };
  }
  const $ = openMarkup(text);
  const addresses = [
    $('link[rel="canonical"]').attr('href'),
    $('meta[property="og:url"]').attr('content'),
    SAVED_FROM.exec(text.slice(0, 2_000))?.[1],
  ];
  return { lines: linesOf($), number: addresses.map(readNumber).find((number) => number !== undefined) };
}

/** Reads a bulletin's number out of text that names it, such as the name of a saved file; else takes the text whole. */
export function readSubject(subject: string): string | undefined {
  const whole = toPlainText(subject);
  return /(?<![A-Za-z0-9])c-\d{1,9}(?!\d)/.exec(whole)?.[0] ?? (whole === '' ? undefined : whole);
}

function readNumber(address: string | undefined): string | undefined {
  const link = readLink(address ?? '', manifest.hosts);
  return link.kind === 'own' ? /^\/bulletin\/(c-\d{1,9})\.html?$/.exec(link.path)?.[1] : undefined;
}
