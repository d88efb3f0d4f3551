import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import type { PaperKind } from '#shared/domain/listing/terms.ts';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import { DeskForm, Submit } from '../form.tsx';
import { type FormValues, shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { VerdictLine } from '../verdicts.tsx';
import { type Refused, RefusedNotice } from './refused.tsx';
import {
  ENTRY_STEPS,
  type EntryStep,
  fieldNameOf,
  stepAddress,
  stepName,
  stepOfPointer,
  type TermStep,
} from './steps.ts';
import { UNTITLED } from './words.ts';

/** An asset one may offer, and whether it is offered. */
export interface AssetChoice {
  readonly id: string;
  readonly asset: Asset;
}

/** All that a step of the entry shows. */
export interface EntryView {
  readonly caller: Caller;
  /** Folder of the style sheet and the script. */
  readonly assets: string;
  readonly listing: Listing;
  readonly owner: Owner;
  /** Assets of the owner, those offered among them. */
  readonly choices: readonly AssetChoice[];
  /** Ready files of the listing's papers, by id. */
  readonly files: ReadonlyMap<string, DeskFile>;
  /** What the rules say, for the chosen platform or, while none is chosen, for what all of them ask. */
  readonly verdicts: readonly Verdict[];
  /** Fields that a submission still needs, as JSON pointers with a Chinese sentence. */
  readonly missing: readonly { readonly pointer: string; readonly detail: string }[];
  /** Papers the chain asks of the owner. */
  readonly expectedPapers: readonly PaperKind[];
  readonly formKey: string;
  /** Address of the page itself. */
  readonly url: string;
  /** What stands in the fields instead of what is stored: entered and refused, or offered. */
  readonly typed?: FormValues | undefined;
  /** After a refusal: what is wrong. */
  readonly refused?: Refused | undefined;
}

/** A field's name, label, value and all that stands beside it. */
export function fieldOf(view: EntryView, name: string, label: string, stored: string, hint?: string) {
  return {
    name,
    label,
    value: shownValue(view.typed, name, stored),
    hint,
    error: view.refused?.errors[name],
    verdicts: verdictsAt(view.verdicts, name),
  };
}

/** What the rules say of one field. */
export function verdictsAt(verdicts: readonly Verdict[], name: string): readonly Verdict[] {
  return verdicts.filter(({ pointer }) => pointer !== null && fieldNameOf(pointer) === name);
}

/** The way through the entry; a step with something missing says so. */
function StepMenu({ view, step }: { readonly view: EntryView; readonly step: EntryStep }) {
  const open = new Set(view.missing.map(({ pointer }) => stepOfPointer(pointer)));
  return (
    <nav aria-label="填写步骤">
      <ol class="steps">
        {ENTRY_STEPS.map((each, index) => (
          <li>
            <a href={stepAddress(view.listing.id, each)} aria-current={each === step ? 'step' : undefined}>
              {index + 1}. {stepName(each, view.owner.kind)}
            </a>
            {open.has(each) ? <span class="soft">(有缺项)</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function MissingList({ view, step }: { readonly view: EntryView; readonly step: EntryStep }) {
  const here = view.missing.filter(({ pointer }) => stepOfPointer(pointer) === step);
  if (here.length === 0) return null;
  return (
    <details class="act">
      <summary>提交前这一步还要补 {here.length} 项</summary>
      <ul>
        {here.map(({ pointer, detail }) => (
          <li>
            <a href={`#f-${fieldNameOf(pointer).replaceAll('.', '-')}`}>{detail}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Verdicts of this step that belong to no single field, or to a whole group of them. */
function looseVerdicts(view: EntryView, step: EntryStep, fields: readonly string[]): readonly Verdict[] {
  return view.verdicts.filter(
    ({ pointer, kind }) =>
      pointer !== null &&
      (kind === 'breach' || kind === 'warning' || kind === 'undetermined') &&
      stepOfPointer(pointer) === step &&
      !fields.includes(fieldNameOf(pointer)),
  );
}

/** The frame of a step: where one is, what is wrong, what is missing. */
export function EntryPage({ view, step, children }: PropsWithChildren<{ view: EntryView; step: EntryStep }>) {
  const { listing, owner, caller, assets, refused } = view;
  const name = stepName(step, owner.kind);
  return (
    <DeskPage title={`${name} - ${listing.terms.title ?? UNTITLED}`} caller={caller} here="listings" assets={assets}>
      <p>
        <a href={`/desk/listings/${listing.id}`}>← {listing.terms.title ?? UNTITLED}</a>
        <span class="soft"> {owner.name}</span>
      </p>
      <h1>{name}</h1>
      <StepMenu view={view} step={step} />
      <RefusedNotice refused={refused} />
      <MissingList view={view} step={step} />
      {children}
    </DeskPage>
  );
}

interface StepFormProps {
  readonly view: EntryView;
  readonly step: TermStep;
  /** Names of the fields verdicts stand beside; the others stand above. */
  readonly fields: readonly string[];
  /** Forms of their own that belong to fields of this one. */
  readonly after?: Child;
}

/** The form of a step of the terms: saved as one types, or by its buttons. */
export function StepForm({ view, step, fields, after, children }: PropsWithChildren<StepFormProps>) {
  const { listing, formKey } = view;
  const address = stepAddress(listing.id, step);
  return (
    <EntryPage view={view} step={step}>
      <DeskForm action={address} formKey={formKey} version={listing.version} autosave checks={`${address}/checks`}>
        <div data-checks="">
          {looseVerdicts(view, step, fields).map((verdict) => (
            <VerdictLine verdict={verdict} />
          ))}
        </div>
        {children}
        <div class="buttons">
          <Submit label="保存,下一步" name="_go" value="next" />
          <Submit label="保存" name="_go" value="stay" quiet />
        </div>
      </DeskForm>
      {after}
    </EntryPage>
  );
}
