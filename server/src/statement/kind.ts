import type { StatementKind } from './node.ts';

/** The genus word nearest to the end of a title says what it is; the order matters only where two end together. */
const KINDS: readonly [RegExp, StatementKind][] = [
  [/(?:联合|聯合|共同|联名|聯名)(?:新闻|新聞)?(?:声明|聲明)/g, 'joint-statement'],
  [/公[报報]|新[闻聞]公[报報]/g, 'communique'],
  [/宣言/g, 'declaration'],
  [
    /[条條]约|[条條]約|公[约約]|[协協]定|[协協][议議]|[议議]定[书書]|[宪憲]章|[规規][约約]|章程|[换換]文|[备備]忘[录錄]|和[约約]|盟[约約]/g,
    'treaty',
  ],
  [/公告|通告|布告|声明|聲明|通知|命令|照会|照會/g, 'announcement'],
];

/** Words that close a preamble, where no title says what follows. */
const OPENINGS: readonly [RegExp, StatementKind][] = [
  [/(?:公报|公報)全文如下/, 'communique'],
  [/(?:宣言)全文如下/, 'declaration'],
  [/(?:联合声明|聯合聲明)(?:全文)?如下|(?:双方|雙方).{0,60}[声聲]明如下/, 'joint-statement'],
  [/(?:[议議]定|[协協][议議]|[条條]款|[达達]成).{0,8}如[下左]/, 'treaty'],
];

/** What a document is, by its titles; a law (…法, …条例) is none of the kinds. */
export function kindOfTitle(titles: readonly string[]): StatementKind {
  for (const title of titles) {
    const text = title.replace(/[（(][^（()）]*[）)]\s*$/, '').trim();
    if (/(?:法|[条條]例|办法|辦法|规定|規定)$/.test(text)) return 'unknown';
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
