import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RuleId } from '../../server/src/artefacts/rule-id.ts';
import { substituteFor } from '../../server/src/artefacts/substitutes.ts';
import { ruleOf } from '../../server/src/l10n/rules.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { hostileText, newspaperText, pagedText } from './broken-text.ts';

const service = createStatementService();
const runs = { numRuns: 1500 };

/** Found by chance: each round of cleaning made one doubtful break more plain, six times over. */
const cascade = [
  '\u0000',
  '',
  '',
  '双方“ 甲国和乙国',
  '关于深化合作的联合声明',
  '',
  '双方同意继续扩大各领域互',
  '',
  '利合作，为两国人民谋求更多福',
  '',
  '祉。',
  '',
  '双方同意继续扩大各领域互',
  '',
  '利合作，为两国人民谋求更多福',
  '',
  '祉。',
  '',
  '双方同意继续扩大各领域互',
  '',
  '利合作，为两国人民谋求更多福',
  '',
  '祉。有关部门应当就口岸通关、',
  '',
  '检验检疫和金融结算建立联络机',
  '',
  '制，及时通报情况，妥善处理出',
  '',
  '现的问题。两国立法机构将保持',
  '',
  '经常的往来，中方高度评价对方',
  '',
  '在 2031 年 4 月举办的第 12 ',
  '',
  '届论坛上作出的努力。',
  '',
  '一',
  '',
  '双方同意继续扩大各领域互',
  '',
  '利合作，为两国人民谋求更多福',
  '',
  '祉。',
  '',
  '双方同意继续扩大各领域互',
  '',
  '利合作，为两国人民谋求更多福',
  '',
  '祉。 （下转第7版）',
  '',
  '',
].join('\n');

/** Found by chance: the halves of a compatibility ideograph on two lines were put right over the line break. */
const halvesApart = '第二十七条\ud87e\n\udc00⻝人人有权\n自';

/** Found by chance: cleaning made the text a little wider, wide enough for the head of its pages to repeat. */
const numberedPages = readFileSync(new URL('../fixtures/numbered-pages.raw.txt', import.meta.url), 'utf8');

/** Found by chance: cleaning joined the first lines of two paragraphs that begin alike, and at the edges of two pages they were taken for their heads. */
const repeatedOpening = readFileSync(
  new URL('../fixtures/repeated-opening.raw.txt', import.meta.url),
  'utf8',
);

/** Found by chance: cleaning joined the last of five running heads, too many for so short a text, and four were not too many. */
const shortPages = readFileSync(new URL('../fixtures/short-pages.raw.txt', import.meta.url), 'utf8');

/** The text with the characters of the closed table as cleaning may have them. */
const substituted = (text: string) =>
  Array.from(text, (character) => substituteFor(character.codePointAt(0)!) ?? character).join('');

/** Everything that cleaning may not touch. */
const kept = (text: string) => substituted(text.replace(/\s/g, ''));

test('invariant 1: cleaning changes nothing but white space, line breaks and the characters of the closed table', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      assert.equal(kept(applyEdits(raw, service.cleaning(service.analyse(raw)).edits)), kept(raw));
    }),
    runs,
  );
});

/** Rules whose likely fixes put other letters or marks in place, or take some away: never unseen. */
const changes = (rule: RuleId) => rule === 'radical-supplement' || ruleOf(rule).class !== 'safe';

test('invariant 1: whatever the class, no edit takes a letter but where that is its rule’s work', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      for (const artefact of service.analyse(raw).artefacts) {
        for (const edit of artefact.edits) {
          if (artefact.class === 'safe' || !changes(artefact.rule))
            assert.equal(kept(raw.slice(edit.start, edit.end)), kept(edit.text));
        }
      }
    }),
    runs,
  );
});

test('each raw character belongs to one edit at the most, and each edit to its artefact', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const { artefacts } = service.analyse(raw);
      const edits = artefacts.flatMap((a) => a.edits).sort((a, b) => a.start - b.start || a.end - b.end);
      for (let i = 1; i < edits.length; i++) assert.ok(edits[i - 1]!.end <= edits[i]!.start);
      for (const artefact of artefacts) {
        assert.ok(0 <= artefact.start && artefact.start <= artefact.end && artefact.end <= raw.length);
        for (const edit of artefact.edits) {
          assert.ok(artefact.start <= edit.start && edit.end <= artefact.end, artefact.rule);
        }
      }
    }),
    { ...runs, examples: [[halvesApart]] },
  );
});

test('invariant 2: a cleaned text has no safe artefact', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const cleaned = applyEdits(raw, service.cleaning(service.analyse(raw)).edits);
      const again = service.cleaning(service.analyse(cleaned)).edits;
      assert.deepEqual(again, [], JSON.stringify(cleaned));
    }),
    { ...runs, examples: [[cascade]] },
  );
});

test('invariant 3: each clean character comes from one raw character, in order, and the map is total', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const { clean, map } = service.analyse(raw).reading;
      assert.equal(map.cleanLength, clean.length);
      let last = -1;
      for (let i = 0; i < clean.length; i++) {
        const from = map.toRaw(i);
        assert.ok(from > last, 'the map rises');
        last = from;
        assert.equal(map.toClean(from), i, 'and comes back');
        const source = String.fromCodePoint(raw.codePointAt(from)!);
        if (!/\s/.test(clean[i]!))
          assert.ok(raw[from] === clean[i] || substituteFor(source.codePointAt(0)!) === clean[i]);
        else assert.match(raw[from]!, /\s/);
      }
      let lastClean = 0;
      for (let i = 0; i <= raw.length; i++) {
        const to = map.toClean(i);
        assert.ok(to >= lastClean && to <= clean.length);
        lastClean = to;
      }
    }),
    runs,
  );
});

test('invariant 5: what is left of a doubtful break aside, cleaning does not change the clean characters', () => {
  fc.assert(
    fc.property(fc.oneof(newspaperText, pagedText), (raw) => {
      const analysis = service.analyse(raw);
      const cleaned = service.analyse(applyEdits(raw, service.cleaning(analysis).edits));
      assert.equal(kept(cleaned.reading.clean), kept(analysis.reading.clean));
    }),
    { ...runs, examples: [[numberedPages], [repeatedOpening], [shortPages]] },
  );
});
