import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Annotation } from '../../client/src/annotations/annotation.ts';
import { availableFormats } from '../../client/src/annotations/formats/formats.ts';
import { quoteOf } from '../../client/src/annotations/quote.ts';
import { sha256 } from '../../client/src/annotations/sha256.ts';
import { newSidecar, serialiseSidecar, withAnnotations } from '../../client/src/annotations/sidecar.ts';
import { seededRandom } from '../setting/random.ts';
import { withBundle } from './bundle.ts';
import { statementsInColumns } from './comparison.ts';

/** How an export of many tagged statements went. */
export interface ExportResult {
  readonly what: string;
  /** Null where it could not run. */
  readonly seconds: number | null;
  /** The most memory that the process had resident at once, in MB. */
  readonly megabytes: number;
}

/** What is promised of 1,000 statements with 500 tags each. */
const promised = { seconds: 30, megabytes: 512 };

const labels = ['party', 'organisation', 'person', 'place', 'date', 'instrument', 'commitment', 'position'];

/** The command as it is shipped, writing so many statements with so many tags each in every format. */
export async function exporting(count: number, tags: number): Promise<ExportResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'jiaozhu-bench-'));
  try {
    const random = seededRandom(20240516);
    // From 3,000 to 12,000 characters; a print is longer than its text by line ends and spaces.
    const texts = statementsInColumns(Math.min(count, 40), 10_000);
    for (let i = 0; i < count; i += 1) {
      const text = `第${i}号\n${texts[i % texts.length]!.slice(0, 3000 + random.below(9000))}`;
      const name = `${String(i).padStart(4, '0')}.statement`;
      writeFileSync(join(folder, name), text);
      writeFileSync(join(folder, `${name}.annotations.json`), sidecarOf(name, text, tags, random));
    }
    const measured = join(folder, 'measured.mjs');
    return await withBundle('client/src/cli/main.ts', async (bundle) => {
      // The peak of the process itself: the system keeps it, whatever the collector did meanwhile.
      writeFileSync(
        measured,
        `process.on('exit', () => process.stderr.write('\\nmaxRSS ' + process.resourceUsage().maxRSS));
process.argv[1] = ${JSON.stringify(bundle)};
await import(${JSON.stringify(bundle)});`,
      );
      return availableFormats.flatMap((format) =>
        (format === 'csv' || format === 'jsonl' ? (['raw', 'clean'] as const) : (['raw'] as const)).map(
          (form) => measure(measured, folder, format, form, count, tags),
        ),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(
  program: string,
  folder: string,
  format: string,
  form: string,
  count: number,
  tags: number,
): ExportResult {
  const output = `${folder}-out`;
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, 'export', '--to', format, '--text', form, '--output', output, folder],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const seconds = (performance.now() - started) / 1000;
  rmSync(output, { recursive: true, force: true });
  const [, kilobytes = '0'] = /maxRSS (\d+)/.exec(stderr) ?? [];
  return {
    what: `${format}, ${form}, ${count} statements of ${tags} tags`,
    seconds: status === 0 ? seconds : null,
    megabytes: Number(kilobytes) / 1024,
  };
}

function sidecarOf(
  name: string,
  text: string,
  count: number,
  random: ReturnType<typeof seededRandom>,
): string {
  const time = '2024-05-16T08:00:00.000Z';
  const id = (i: number) => `urn:bench:${String(i).padStart(6, '0')}`;
  const annotations = Array.from({ length: count }, (_, i): Annotation => {
    const start = random.below(text.length - 60);
    const first = { start, end: start + 1 + random.below(12) };
    const spans = i % 20 === 5 ? [first, { start: first.end + 20, end: first.end + 24 }] : [first];
    return {
      id: id(i),
      label: labels[i % labels.length]!,
      spans,
      scope: i % 50 === 7 ? 'section' : 'words',
      attributes: i % 4 === 0 ? { iso: 'CN', weight: i } : {},
      relations: i % 3 === 0 && i > 0 ? [{ type: 'of', target: id(random.below(i)) }] : [],
      note: i % 10 === 0 ? `第${i}条备注` : '',
      creator: '李',
      created: time,
      modified: time,
      review: 'accepted',
      state: 'anchored',
      quotes: spans.map((span) => quoteOf(text, span)),
    };
  });
  const names = { document: name, sidecar: `${name}.annotations.json` };
  return serialiseSidecar(withAnnotations(newSidecar(), annotations, text, sha256), names);
}

/** One line a result. */
export function exportsTable(results: readonly ExportResult[]): string {
  const width = Math.max(...results.map(({ what }) => what.length));
  const rows = results.map(({ what, seconds, megabytes }) => {
    if (seconds === null) return `  ${what.padEnd(width)}  could not run`;
    const isMet = seconds <= promised.seconds && megabytes <= promised.megabytes;
    const figures = `${seconds.toFixed(1).padStart(6)} s  ${megabytes.toFixed(0).padStart(5)} MB`;
    return `  ${what.padEnd(width)}  ${figures}  ${isMet ? 'met' : 'MISSED'}`;
  });
  return `Exports by the command, at most ${promised.seconds} s and ${promised.megabytes} MB resident\n${rows.join('\n')}\n`;
}
