import { benchBundles } from './bundles.ts';
import { benchCatalogue } from './catalogue.ts';
import { benchReading } from './reading.ts';
import { benchSnapshots } from './snapshots.ts';
import { benchWriting } from './writing.ts';

console.log('Figures of one run on this machine; ratios and counts mean something elsewhere, milliseconds do not.\n');
benchReading();
await benchWriting();
benchBundles();
benchCatalogue();
benchSnapshots([10_000, 100_000]);
