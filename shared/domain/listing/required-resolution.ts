import type { Missing } from './missing.ts';
import type { Resolution } from './terms.ts';

function order(resolution: Resolution): readonly Missing[] {
  const { entitled, present, inFavour, publicityFrom, publicityUntil } = resolution;
  const at = (pointer: string, detail: string): Missing => ({ pointer: `/resolution/${pointer}`, detail });
  return [
    ...(entitled !== null && present !== null && present > entitled ? [at('present', '实到人数不能多于应到人数')] : []),
    ...(present !== null && inFavour !== null && inFavour > present
      ? [at('inFavour', '同意人数不能多于实到人数')]
      : []),
    ...(publicityFrom !== null && publicityUntil !== null && publicityUntil < publicityFrom
      ? [at('publicityUntil', '公示截止日早于开始日')]
      : []),
  ];
}

/** What of a collective's own decision is missing, or cannot be. */
export function missingResolution(resolution: Resolution): readonly Missing[] {
  const { entitled, floorFen } = resolution;
  const wanted: readonly (readonly [boolean, string, string])[] = [
    [resolution.meeting !== null, 'meeting', '请选择表决会议:成员会议或成员代表会议'],
    [resolution.heldOn !== null, 'heldOn', '请填写会议表决日期'],
    [entitled !== null && entitled > 0, 'entitled', '请填写应到人数'],
    [resolution.present !== null, 'present', '请填写实到人数'],
    [resolution.inFavour !== null, 'inFavour', '请填写同意人数'],
    [floorFen !== null && floorFen > 0, 'floorFen', '请填写表决确定的最低价'],
    [resolution.publicityFrom !== null, 'publicityFrom', '请填写公示开始日'],
    [resolution.publicityUntil !== null, 'publicityUntil', '请填写公示截止日'],
  ];
  const missing = wanted.flatMap(([isThere, field, detail]) =>
    isThere ? [] : [{ pointer: `/resolution/${field}`, detail }],
  );
  return [...missing, ...order(resolution)];
}
