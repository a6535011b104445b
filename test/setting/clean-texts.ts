import { existsSync, readFileSync } from 'node:fs';
import { cleanDocument } from '../bench/long-document.ts';

/** A clean text to set: one block a line. */
export interface CleanText {
  readonly name: string;
  readonly text: string;
  /** Whether costs may be fitted on it; the others show what the costs do on texts that they have never seen. */
  readonly fitted: boolean;
}

const file = (path: string): URL => new URL(`../../${path}`, import.meta.url);

/** Documents beside the checkout, with the lines of each that are its text. */
const documents: readonly {
  readonly name: string;
  readonly fitted: boolean;
  readonly keeps?: (line: string, number: number) => boolean;
}[] = [
  { name: 'cn-ru-2024-05-16.clean', fitted: true },
  { name: 'cn-us-1972-communique-newspaper', fitted: false, keeps: (_, number) => number > 2 },
  { name: 'korean-armistice-1953', fitted: true, keeps: (_, number) => number > 0 },
  { name: 'vcdr-zh-hant', fitted: true },
  { name: 'outer-space-zh-hant', fitted: false },
  { name: 'udhr-cmn_hans', fitted: true },
  { name: 'law-treaty-procedure-1990', fitted: true, keeps: (line) => !/^[#<]/.test(line) },
  { name: 'xwlb-20240516', fitted: true, keeps: (line) => /^[^#[（].*[。！？”）]$/.test(line) },
  { name: 'xwlb-20241104', fitted: false, keeps: (line) => /^[^#[（].*[。！？”）]$/.test(line) },
];

const names = ['国际候鸟公约', '内河航行条约', '海上搜寻救助公约', '山地国家宪章', '跨境水道公约'];

/** Statements that were made up, and those in `samples/`: they are there in every checkout. */
function ownTexts(): CleanText[] {
  const made = [11, 12, 13, 14].map((seed) => ({
    name: `made up, ${seed}`,
    text: cleanDocument({ length: 7000, seed, known: names }),
    fitted: seed < 13,
  }));
  const samples = ['中哈联合声明', '中尼会谈新闻公报', '中新湿地候鸟保护协定'].map((name) => ({
    name: `samples/${name}`,
    text: solid(readFileSync(file(`samples/${name}.statement.txt`), 'utf8')),
    fitted: name === '中哈联合声明',
  }));
  return [...made, ...samples];
}

/** The text without what the setter cannot set: signatures side by side, page-jump marks, and spaces beside numbers, which it puts in itself. */
function solid(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/（下转.+?）|(?<=[一-鿿]) +(?=\d)|(?<=\d) +(?=[一-鿿])/g, '')
        .trim(),
    )
    .filter((line) => line !== '' && !/[^条章]　+\S/.test(line))
    .join('\n');
}

/** All clean texts that are at hand. */
export function cleanTexts(): CleanText[] {
  const found = ownTexts();
  for (const { name, fitted, keeps = () => true } of documents) {
    const url = file(`../shared/documents/${name}.txt`);
    if (!existsSync(url)) continue;
    const lines = readFileSync(url, 'utf8').split(/\r?\n/);
    const text = lines.filter(keeps).join('\n');
    found.push({ name, text: solid(text), fitted });
  }
  return found;
}
