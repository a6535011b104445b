import type { StatementKind } from './node.ts';

/** The genus word nearest to the end of a title says what it is; the order matters only where two end together. */
const KINDS: readonly [RegExp, StatementKind][] = [
  [/(?:联合|聯合|共同|联名|聯名)(?:新闻|新聞)?(?:声明|聲明)/g, 'joint-statement'],
  [/公[报報]|新[闻聞]公[报報]/g, 'communique'],
  [/宣言/g, 'declaration'],
  [
    /[条條][约約]|公[约約]|[协協]定|[协協][议議]|[议議]定[书書]|[宪憲]章|[规規][约約]|章程|[换換]文|[备備]忘[录錄]|[会會][谈談][纪紀]要|和[约約]|[盟专專][约約]|最後文件|最后文件/g,
    'treaty',
  ],
  [/公告|通告|布告|声明|聲明|通知|命令|公开信|[谈談][话話]/g, 'announcement'],
  [/[电電][报報]|照[会會]|[国國][书書]|[贺賀唁复復慰][电電信]|[来來致去函][电電函信]|[书書]信/g, 'letter'],
  [/[决決][议議定]/g, 'resolution'],
  [/(?:法|[条條]例|办法|辦法|规定|規定)$/g, 'law'],
];

/** Words that close a preamble, where no title says what follows. */
const OPENINGS: readonly [RegExp, StatementKind][] = [
  [/(?:公[报報])全文如下/, 'communique'],
  [/(?:宣言)全文如下/, 'declaration'],
  [/(?:联合声明|聯合聲明)(?:全文)?如下|(?:双方|雙方).{0,60}[声聲]明如下/, 'joint-statement'],
  [/[发發]布.{0,6}宣言|[发發]表.{0,6}宣言|宣[布佈告].{0,20}宣言/, 'declaration'],
  [/(?:[议議]定|[协協][议議]|[条條]款|[达達]成).{0,8}如[下左]/, 'treaty'],
  [
    /^本?(?:公[约約]|[条條][约約]|[协協]定|[议議]定[书書])(?:各|的)?.{0,4}(?:[缔締][约約]|[当當]事)/,
    'treaty',
  ],
];

/** What a document is, by its titles. */
export function kindOfTitle(titles: readonly string[]): StatementKind {
  for (const title of titles) {
    const text = title.replace(/[（([][^（([\])）]*[)）\]]\s*$/, '').trim();
    let best: { kind: StatementKind; end: number } | undefined;
    for (const [pattern, kind] of KINDS) {
      for (const match of text.matchAll(pattern)) {
        const end = match.index + match[0].length;
        if (best === undefined || end > best.end) best = { kind, end };
      }
    }
    if (best !== undefined) return best.kind;
  }
  return 'unknown';
}

/** What a document is, by the words that lead to its body. */
export function kindOfOpening(text: string): StatementKind {
  return OPENINGS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** What a document is: by lines that may be its titles, else by how it begins. */
export function kindOf(titles: readonly string[], opening: string): StatementKind {
  const byTitle = kindOfTitle(titles);
  return byTitle === 'unknown' ? kindOfOpening(opening) : byTitle;
}
