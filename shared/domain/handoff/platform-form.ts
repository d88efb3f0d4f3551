import type { FieldName } from './fields.ts';
import type { TemplateKind } from './template-kind.ts';

/** One box of a platform's entry form, in its order. */
export interface FormField {
  /** As the form calls it. */
  readonly label: string;
  /** What goes into it. */
  readonly field: FieldName;
  /** The most characters it takes, only where the platform documents it. */
  readonly longest?: number;
}

/** How a listing is handed to one platform (移交): data only, declared by the adapter. */
export interface HandoffForm {
  readonly platform: string;
  /** `assumed`: nobody of us ever saw the form; every sheet says so. */
  readonly confidence: 'captured' | 'documented' | 'assumed';
  /** Chinese: what the order and the labels rest on. */
  readonly source: string;
  readonly fields: readonly FormField[];
  /** The paper with which the platform takes the order: an auction house is commissioned, a public platform accepts. */
  readonly order: Extract<TemplateKind, 'commission' | 'acceptance'>;
}
