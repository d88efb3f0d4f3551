import type { Demo } from '../demo.ts';
import { yearOfDocuments, yearOfLots } from './documents.ts';

/** The year 2023 of the district: invented lots over which the report says what the district published. */
export const wuxing2023: Demo = {
  name: 'wuxing-2023',
  title: '吴兴区2023年(合成演示数据)',
  period: ['2023-01-01', '2023-10-31'],
  defaultSeed: 2023,
  largestSeed: 9_999,
  documents: yearOfDocuments,
  lots: yearOfLots,
};
