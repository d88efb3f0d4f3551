import { benchBundles } from './bundles.ts';
import { benchCatalogue } from './catalogue.ts';
import { benchCollection } from './collection.ts';
import { benchComparison } from './comparison.ts';
import { benchReading } from './reading.ts';
import { benchSnapshots } from './snapshots.ts';
import { benchWriting } from './writing.ts';

console.log('Figures of one run on this machine; ratios and counts mean something elsewhere, milliseconds do not.\n');
benchReading();
await benchWriting();
benchBundles();
benchCatalogue();
benchSnapshots(process.env['BENCH_MILLION'] === '1' ? [10_000, 100_000, 1_000_000] : [10_000, 100_000]);
benchComparison(process.env['BENCH_MILLION'] === '1' ? [1_000, 100_000, 1_000_000] : [1_000, 100_000]);
await benchCollection();
