/**
 * Prints how well set texts are read: `node test/setting/measure.ts [FIRST SEED [PAGES A TEXT]]`. Training seeds
 * are 1 to 99,999; those from 100,000 on belong to the test and are used for nothing else.
 */
import { measureReadings, table } from './readings.ts';

const [first = '1', pages = '2'] = process.argv.slice(2);
console.log(table(measureReadings(Number(first), Number(pages))));
