/** Whose property it is: a collective's (村集体) or the state's (国有). It decides the rules and the approval chain. */
export type OwnerKind = 'collective' | 'state';

/** An owner of assets (产权人): an economic cooperative of a village, or a state-owned unit. */
export interface Owner {
  readonly id: string;
  readonly kind: OwnerKind;
  readonly name: string;
  /** 统一社会信用代码 as written, 18 characters; a failing check digit is a warning, never a refusal. */
  readonly uscc: string | null;
  /** Where it belongs: a village of twelve digits for a collective, else a township of nine or the district of six. */
  readonly division: string;
  readonly contact: { readonly name: string; readonly phone: string } | null;
}
