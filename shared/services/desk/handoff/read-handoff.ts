import { type Caller, systemCaller } from '../../../domain/caller.ts';
import type { DeskFile } from '../../../domain/files/file.ts';
import { PAPERS_FOR_PLATFORM, runningRound } from '../../../domain/handoff/source.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import { fileBytes, savedName } from '../files/read-file.ts';
import { visibleListing } from '../listing/change-listing.ts';
import { listedAssets } from '../listing/listed-assets.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { BroughtFile, BroughtFiles, Handoff, HandoffPorts } from './handoff-ports.ts';

/** Reads the files of a package for whoever may have the package, which need not be one who may read each of them. */
const READER = systemCaller('handoff');

function cannotBeHanded(detail: string): AppError {
  return new AppError('HANDOFF.INCOMPLETE', 'there is nothing to hand the listing over with', {
    details: { errors: [{ pointer: '/platform', detail }] },
  });
}

/**
 * All that a listing's documents are printed from, for who may see it.
 * @throws AppError `RESOURCE.NOT_FOUND`, `HANDOFF.INCOMPLETE` where no platform was chosen, or one that takes no packages
 */
export async function readHandoff(caller: Caller, ports: HandoffPorts, id: string): Promise<Handoff> {
  const { listing, owner, version } = await visibleListing(caller, ports, id, beijingDate(ports.clock.now()));
  const platform = ports.platforms.find((known) => known.id === listing.choice?.platform);
  if (platform === undefined) throw cannotBeHanded('还没有选择交易平台');
  const form = ports.forms.find((known) => known.platform === platform.id);
  if (form === undefined) throw cannotBeHanded(`${platform.name}不接受移交`);
  const { items } = runningRound({ listing }).terms;
  const assets = await listedAssets(ports, listing.ownerId, items);
  const { value } = await readSettings(ports, 'templates');
  return {
    source: {
      listing,
      owner,
      assets: items.flatMap(({ assetId }, index) => {
        const asset = assets[index];
        return asset === undefined ? [] : [{ id: assetId, asset }];
      }),
      platform: { id: platform.id, name: platform.name },
      numbers: {},
    },
    version,
    templates: value,
    form,
  };
}

/** Characters some system refuses in the name of a file. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** A file that goes with a listing, and what it is called there by the name it was saved under. */
export interface SelectedFile {
  readonly id: string;
  readonly nameOf: (file: Pick<DeskFile, 'name' | 'contentType'>) => string;
}

/** The files that may leave the office with a listing: pictures of the assets, each once and numbered, and the papers. */
export function selectedFiles({
  source,
}: Pick<Handoff, 'source'>): Readonly<Record<keyof BroughtFiles, readonly SelectedFile[]>> {
  const pictures = [...new Set(source.assets.flatMap(({ asset }) => asset.pictures))];
  const papers = runningRound(source).terms.papers.filter(({ kind }) => PAPERS_FOR_PLATFORM.includes(kind));
  const clean = (file: Parameters<SelectedFile['nameOf']>[0]) => savedName(file).replace(UNFIT, '_');
  return {
    pictures: pictures.map((id, index) => ({
      id,
      nameOf: (file) => `${place(index)}.${clean(file).split('.').at(-1)}`,
    })),
    papers: papers.map(({ file: id }, index) => ({ id, nameOf: (file) => `${place(index)}-${clean(file)}` })),
  };
}

async function brought(ports: HandoffPorts, { id, nameOf }: SelectedFile): Promise<BroughtFile> {
  const { file, bytes } = await fileBytes(READER, ports, id);
  return { name: nameOf(file), bytes };
}

function place(index: number): string {
  return String(index + 1).padStart(2, '0');
}

/**
 * The files that go into the package, with their bytes.
 * @throws AppError `FILE.NOT_READY`, `FILE.REFUSED`
 */
export async function readBroughtFiles(ports: HandoffPorts, handoff: Handoff): Promise<BroughtFiles> {
  const { pictures, papers } = selectedFiles(handoff);
  return {
    pictures: await Promise.all(pictures.map((file) => brought(ports, file))),
    papers: await Promise.all(papers.map((file) => brought(ports, file))),
  };
}
