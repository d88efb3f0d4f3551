import type { HandoffForm } from '../../../domain/handoff/platform-form.ts';
import type { HandoffSource } from '../../../domain/handoff/source.ts';
import type { TemplateKind } from '../../../domain/handoff/template-kind.ts';
import type { TemplateSettings } from '../../../domain/handoff/template-settings.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { ListingPorts } from '../listing/listing-ports.ts';

/** What handing over stands on. */
export interface HandoffPorts extends ListingPorts {
  readonly files: ObjectStore;
  /** How a listing is handed to each platform that takes one. */
  readonly forms: readonly HandoffForm[];
  /** Reads the platform's own number of a lot out of its address, by platform; absent where addresses carry none. */
  readonly lotNumbers: ReadonlyMap<string, (url: string) => string | undefined>;
}

/** All that documents and package of one listing are printed from. */
export interface Handoff {
  readonly source: HandoffSource;
  /** Version of the listing. */
  readonly version: number;
  readonly templates: TemplateSettings;
  readonly form: HandoffForm;
}

/** A file somebody brought, to be put into the package. */
export interface BroughtFile {
  /** Name inside the package's folder, with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a package that people brought. */
export interface BroughtFiles {
  readonly pictures: readonly BroughtFile[];
  readonly papers: readonly BroughtFile[];
}

/** What cannot be printed, in Chinese. */
export interface PrintFault {
  readonly pointer: string;
  readonly detail: string;
}

/** Turns what is known of a listing into files: equal contents give equal bytes. */
export interface Printer {
  /** What the documents need and nobody knows, and what they must not say. Empty: they can be printed. */
  faults(handoff: Handoff, kinds: readonly TemplateKind[]): readonly PrintFault[];
  /** One document as a Word file. */
  document(handoff: Handoff, kind: TemplateKind): Promise<Uint8Array>;
  /** The whole package as a zip file. */
  package(handoff: Handoff, files: BroughtFiles): Promise<Uint8Array>;
}
