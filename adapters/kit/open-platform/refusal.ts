import type { PlacementFault } from '#shared/domain/placement/placement.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Problem } from './answers.ts';

/** Which of the listing's terms a field of the interface was made from. */
const TERMS: Readonly<Record<string, string>> = {
  '/title': '/title',
  '/assetId': '/items',
  '/assetClass': '/items',
  '/location': '/items',
  '/divisionCode': '/items',
  '/area': '/items',
  '/pictures': '/items',
  '/documents': '/papers',
  '/tradeKind': '/tradeKind',
  '/priceBasis': '/priceBasis',
  '/startPriceFen': '/startPriceFen',
  '/hasReserve': '/reserveFen',
  '/reserveFen': '/reserveFen',
  '/appraisalFen': '/appraisal/fen',
  '/depositFen': '/deposit/fen',
  '/incrementFen': '/incrementFen',
  '/extensionMinutes': '/extension',
  '/termMonths': '/lease/months',
  '/escalationPpm': '/lease/escalationPpm',
  '/hasPriorityHolders': '/priority',
  '/registration': '/windows/registrationEndsAt',
  '/viewing': '/windows/viewingFrom',
  '/viewing/to': '/windows/viewingUntil',
  '/startsAt': '/windows/biddingStartsAt',
  '/endsAt': '/windows/biddingEndsAt',
};

const LONGEST_DETAIL = 500;

/** The error for what the platform refuses, each fault at the term it came from. */
export function refusedByPlatform(status: number, problem: Problem | undefined): AppError {
  const { code = 'platform.refused', title = '', errors = [] } = problem ?? {};
  const whole = { pointer: '', code, detail: title || `平台没有说明原因（HTTP ${status}）。` };
  const faults = errors.length === 0 ? [whole] : errors.map((error) => toFault(error, whole));
  return refused(code, faults);
}

/** The error for what the platform, or the interface itself, cannot take. */
export function refused(code: string, faults: readonly PlacementFault[]): AppError {
  return new AppError('PLACEMENT.REFUSED', 'the platform does not take the listing', {
    details: { code, faults: faults.map((fault) => ({ ...fault })) },
  });
}

/** A field nobody here can mend by itself is named in the words, so that it can be told to the platform. */
function toFault({ pointer, code, detail }: Problem['errors'][number], whole: PlacementFault): PlacementFault {
  const term = termOf(pointer);
  const said = (detail || whole.detail).slice(0, LONGEST_DETAIL);
  const field = term === '' && pointer !== '' ? `（接口字段 ${pointer.slice(0, 100)}）` : '';
  return { pointer: term, code: code || whole.code, detail: said + field };
}

function termOf(pointer: string): string {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const term = Object.hasOwn(TERMS, at) ? TERMS[at] : undefined;
    if (term !== undefined) return term;
    if (!at.includes('/')) return '';
  }
  return '';
}
