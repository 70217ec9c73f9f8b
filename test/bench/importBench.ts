import { resourceUsage } from 'node:process';
import { convertZip } from '../../server/src/word/convert.js';
import { deleted, inserted, list, onList, p, run, wordFile } from '../support/wordFile.js';

/** Reads a Word file of 20,000 numbered paragraphs, every tenth with a tracked change, and prints what that took. */
const count = 20_000;
const numbering = list(1, [
  { text: '%1', format: 'upperLetter', start: 4 },
  { text: '%1%2' },
  { text: '%1%2.%3' },
  { text: '(%4)', format: 'lowerLetter' },
  { text: '(%5)', format: 'lowerRoman' },
]);
const levels = [1, 2, 3, 3, 4, 4, 3, 2, 2, 3];
const words =
  'The Network Party shall give notice of each Planned Outage to the Panel within ten Working Days, and ';
const body = Array.from({ length: count }, (_, i) =>
  p(
    run(words.repeat(1 + (i % 6))) + (i % 10 === 0 ? deleted('may') + inserted('shall') : ''),
    onList(1, levels[i % levels.length] as number),
  ),
).join('');
const bytes = wordFile({ body: p('GARDENS', onList(1, 0)) + body, numbering });

const times: number[] = [];
for (let round = 0; round < 3; round++) {
  const start = performance.now();
  const read = await convertZip(bytes, { changes: 'keep' });
  times.push(performance.now() - start);
  if (!('kind' in read) || read.kind !== 'word') throw new Error('the file was not read');
  if (!read.converted.text.includes('D2000 ')) throw new Error('the paragraphs were not counted');
}
console.log(
  `${count} paragraphs, ${(body.length / 1e6).toFixed(1)} MB of XML: first ${Math.round(times[0] ?? 0)} ms, best ${Math.round(Math.min(...times))} ms (aim 1500), ` +
    `peak memory with the file's making ${Math.round(resourceUsage().maxRSS / 1024)} MB`,
);
