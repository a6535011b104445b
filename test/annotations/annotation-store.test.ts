import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeOf, readMarks, replacing, storeOf, tagged, writeMarks } from './marked-text.ts';

test('Typing at a boundary stays outside a tag, typing inside belongs to it', () => {
  const store = tagged('支持[双方]合作');
  store.edit([{ start: 2, end: 2, text: '中俄' }]);
  assert.equal(writeMarks(store), '支持中俄[双方]合作');
  store.edit([{ start: 6, end: 6, text: '的' }]);
  assert.equal(writeMarks(store), '支持中俄[双方]的合作');
  store.edit([{ start: 5, end: 5, text: '、各' }]);
  assert.equal(writeMarks(store), '支持中俄[双、各方]的合作');
});

test('What replaces a part or the whole of a tag belongs to it', () => {
  const store = tagged('[俄罗斯方面]重申');
  store.edit([replacing(store, '罗斯', '国')]);
  assert.equal(writeMarks(store), '[俄国方面]重申');
  store.edit([replacing(store, '俄国方面', '俄方')]);
  assert.equal(writeMarks(store), '[俄方]重申');
});

test('Typing on after a replacement belongs to it, until the cursor moves', () => {
  const store = tagged('会见[普京]总统');
  store.edit([replacing(store, '普京', '习')]);
  store.cursorMoved(3);
  store.edit([{ start: 3, end: 3, text: '近' }]);
  store.edit([{ start: 4, end: 4, text: '平' }]);
  assert.equal(writeMarks(store), '会见[习近平]总统');
  store.cursorMoved(0);
  store.edit([{ start: 5, end: 5, text: '的' }]);
  assert.equal(writeMarks(store), '会见[习近平]的总统');
});

test('The stages of an input method’s composition are one replacement, even through nothing', () => {
  const store = tagged('会见[普京]总统');
  for (const [old, text] of [
    ['普京', 'x'],
    ['x', 'xi'],
    ['xi', ''],
  ] as const) {
    store.edit([replacing(store, old, text)]);
  }
  assert.equal(store.snapshot.orphans.length, 1);
  assert.equal(store.snapshot.orphans[0]!.quotes[0]!.exact, '普京', 'not the letters of the composition');
  store.edit([{ start: 2, end: 2, text: 'jin' }]);
  store.edit([replacing(store, 'jin', '习近平')]);
  assert.equal(writeMarks(store), '会见[习近平]总统');
});

test('Two cursors type on side by side', () => {
  const store = tagged('[中方]和[俄方]');
  store.edit([
    { start: 3, end: 5, text: '俄' },
    { start: 0, end: 2, text: '中' },
  ]);
  store.edit([
    { start: 3, end: 3, text: '国' },
    { start: 1, end: 1, text: '国' },
  ]);
  assert.equal(writeMarks(store), '[中国]和[俄国]');
});

test('A replacement over a boundary keeps what was really kept', () => {
  const store = tagged('根据[联合国宪章]宗旨');
  store.edit([replacing(store, '国宪章宗旨', '国宪章的宗旨')]);
  assert.equal(writeMarks(store), '根据[联合国宪章]的宗旨');
  store.edit([replacing(store, '据联合', '照')]);
  assert.equal(writeMarks(store), '根照[国宪章]的宗旨');
});

test('A line put in place of a line moves the tags with the words that both have', () => {
  const store = tagged('[中方]重申支持[俄 罗\n斯]的立场。');
  store.edit([{ start: 0, end: store.text.length, text: '会谈中，中方再次重申支持俄罗斯的立场。' }]);
  assert.equal(writeMarks(store), '会谈中，[中方]再次重申支持[俄罗斯]的立场。');
});

test('Words of which a rewritten line keeps only chance characters make an orphan', () => {
  const store = tagged('一、[上海合作组织]发展');
  store.edit([{ start: 0, end: store.text.length, text: '二、海洋环境保护方面的组建工作进展顺利' }]);
  assert.equal(store.snapshot.anchored.length, 0);
  assert.equal(store.snapshot.orphans[0]!.quotes[0]!.exact, '上海合作组织');
});

test('Other line ends throughout change nothing', () => {
  const store = tagged('[中方\n和]俄方\n[重申\n]支持。\n');
  const lf = writeMarks(store);
  store.edit([{ start: 0, end: store.text.length, text: store.text.replaceAll('\n', '\r\n') }]);
  assert.equal(writeMarks(store).replaceAll('\r\n', '\n'), lf);
});

test('A tag made after the line ends were changed outlives the undo of that change, and its redo', () => {
  const lines = '中方\n和俄方\n重申支持。\n';
  const store = storeOf(lines);
  store.edit([{ start: 0, end: lines.length, text: lines.replaceAll('\n', '\r\n') }]);
  store.add({ label: 'party', range: placeOf(store.text, '俄方') });
  store.edit([{ start: 0, end: store.text.length, text: lines }], 'undo');
  assert.equal(writeMarks(store), '中方\n和[俄方]\n重申支持。\n');
  store.add({ label: 'party', range: placeOf(store.text, '中方') });
  store.edit([{ start: 0, end: lines.length, text: lines.replaceAll('\n', '\r\n') }], 'redo');
  assert.equal(writeMarks(store), '[中方]\r\n和[俄方]\r\n重申支持。\r\n');
});

test('A tag of which only a line end is left has lost its words', () => {
  const store = tagged('会见[普京\n总统]。');
  const { id } = store.snapshot.anchored[0]!;
  store.edit([replacing(store, '普京', '')]);
  assert.equal(store.get(id)!.state, 'anchored');
  store.edit([replacing(store, '总统', '')]);
  assert.deepEqual([store.get(id)!.state, store.get(id)!.quotes[0]!.exact], ['orphan', '总统']);
  store.edit([{ start: 2, end: 3, text: '普京\n总统' }], 'undo');
  assert.equal(writeMarks(store), '会见[普京\n总统]。');
});

test('Two halves that come together at the border of a tag are one character, which the tag holds', () => {
  const store = storeOf('甲\ud842乙\udfb7丙\r丁\n');
  const pair = store.add({ label: 'party', range: { start: 0, end: 2 } })!;
  const lineEnd = store.add({ label: 'sic', range: { start: 7, end: 8 } })!;
  store.edit([
    { start: 2, end: 3, text: '' },
    { start: 6, end: 7, text: '' },
  ]);
  assert.equal(store.text, '甲𠮷丙\r\n');
  assert.deepEqual(store.get(pair.id)!.spans, [{ start: 0, end: 3 }]);
  assert.deepEqual(store.get(lineEnd.id)!.spans, [{ start: 4, end: 6 }]);
  store.edit([{ start: 2, end: 5, text: '乙\udfb7丙\r丁' }], 'undo');
  assert.deepEqual(store.get(pair.id)!.spans, [{ start: 0, end: 2 }]);
  assert.deepEqual(store.get(lineEnd.id)!.spans, [{ start: 7, end: 8 }]);
});

test('A tag that goes in two steps, comes back and goes in one, knows all its words', () => {
  const store = tagged('会见[普京总统]。');
  const { id } = store.snapshot.anchored[0]!;
  store.edit([replacing(store, '总统', '')]);
  store.edit([replacing(store, '普京', '')]);
  assert.equal(store.get(id)!.quotes[0]!.exact, '普京');
  store.remove([id]);
  store.edit([{ start: 2, end: 2, text: '普京总统' }], 'undo');
  store.edit([{ start: 2, end: 6, text: '' }], 'redo');
  store.undo();
  assert.equal(store.get(id)!.quotes[0]!.exact, '普京总统');
});

test('A deleted tag is an orphan that knows its words, and comes back whole on undo', () => {
  const store = tagged('中方[重申[支持]俄方]。');
  const before = writeMarks(store);
  store.edit([replacing(store, '申支持俄', '')]);
  assert.equal(writeMarks(store), '中方[重方]。');
  const [orphan] = store.snapshot.orphans;
  assert.equal(orphan!.state, 'orphan');
  assert.deepEqual(orphan!.quotes[0], { exact: '支持', prefix: '中方重申', suffix: '俄方。' });
  assert.deepEqual(orphan!.spans, [{ start: 3, end: 3 }]);
  store.edit([{ start: 3, end: 3, text: '申支持俄' }], 'undo');
  assert.equal(writeMarks(store), before);
  assert.equal(store.snapshot.orphans.length, 0);
});

test('One undo may take back many events', () => {
  const store = tagged('甲[乙丙]丁');
  const before = writeMarks(store);
  store.edit([{ start: 2, end: 3, text: '' }]);
  store.edit([{ start: 1, end: 2, text: '' }]);
  store.edit([{ start: 1, end: 1, text: '戊己' }]);
  store.edit([{ start: 1, end: 3, text: '乙丙' }], 'undo');
  assert.equal(writeMarks(store), before);
  store.edit([{ start: 1, end: 3, text: '戊己' }], 'redo');
  assert.equal(store.snapshot.orphans.length, 1);
});

test('Words cut and put back between the same neighbours carry their tag again', () => {
  const store = tagged('双方[支持多边主义]并谈判。');
  store.edit([replacing(store, '支持多边主义并', '')]);
  assert.equal(store.snapshot.orphans.length, 1);
  store.edit([{ start: 2, end: 2, text: '支持多边主义并' }]);
  assert.equal(writeMarks(store), '双方[支持多边主义]并谈判。');
});

test('An orphan from a file comes back when its deletion is undone after reopening', () => {
  const store = tagged('双方[支持多边主义]并谈判。');
  store.edit([replacing(store, '支持多边主义', '')]);
  const later = storeOf(store.text, store.toStore());
  assert.equal(later.snapshot.orphans.length, 1);
  later.edit([{ start: 2, end: 2, text: '支持多边主义' }], 'undo');
  assert.equal(writeMarks(later), '双方[支持多边主义]并谈判。');
});

test('A tag takes whole characters, and no white space at its ends unless it is sic', () => {
  const { text } = readMarks('𠮷 中 方 \r\n。');
  const store = storeOf(text);
  assert.deepEqual(store.add({ label: 'party', range: { start: 1, end: 9 } })!.spans, [{ start: 0, end: 6 }]);
  assert.deepEqual(store.add({ label: 'sic', range: { start: 6, end: 8 } })!.spans, [{ start: 6, end: 9 }]);
  assert.equal(store.add({ label: 'party', range: { start: 6, end: 9 } }), null);
  assert.equal(store.add({ label: 'party', range: { start: 2, end: 2 } }), null);
  assert.equal(store.add({ label: 'party', range: { start: 90, end: 99 } }), null);
});

test('The same label on the same words twice is one tag', () => {
  const store = storeOf('中方重申');
  const first = store.add({ label: 'party', range: { start: 0, end: 2 } });
  assert.equal(store.add({ label: 'party', range: { start: 0, end: 2 } }), first);
  assert.notEqual(store.add({ label: 'position', range: { start: 0, end: 2 } }), first);
  assert.equal(store.snapshot.anchored.length, 2);
});

test('Undo of tagging works at the place where the text is now, and leaves the text alone', () => {
  const store = tagged('[中方]重申');
  const { id } = store.snapshot.anchored[0]!;
  store.remove([id]);
  store.edit([{ start: 0, end: 0, text: '会上，' }]);
  assert.equal(store.undo(), true);
  assert.equal(writeMarks(store), '会上，[中方]重申');
  assert.equal(store.redo(), true);
  assert.equal(writeMarks(store), '会上，中方重申');
  store.undo();
  store.undo();
  assert.equal(store.undo(), false);
  assert.equal(store.text, '会上，中方重申');
});

test('A tag removed while its words were gone comes back as an orphan, and whole when they do', () => {
  const store = tagged('会上，[中方]重申');
  const { id } = store.snapshot.anchored[0]!;
  store.edit([replacing(store, '中方', '')]);
  store.remove([id]);
  store.undo();
  assert.equal(store.snapshot.orphans[0]!.quotes[0]!.exact, '中方');
  store.remove([id]);
  store.edit([{ start: 3, end: 3, text: '中方' }], 'undo');
  store.undo();
  assert.equal(writeMarks(store), '会上，[中方]重申');
});

test('Changes of what tags say are one step, and only real ones count', () => {
  const store = tagged('[中方]和[俄方]');
  const ids = store.snapshot.anchored.map((tag) => tag.id);
  assert.equal(store.change(ids, { label: 'person', note: '待核' }), 2);
  assert.equal(store.change(ids, { label: 'person' }), 0);
  assert.deepEqual([...store.snapshot.counts], [['person', 2]]);
  const changed = store.get(ids[0]!)!;
  assert.ok(changed.modified > changed.created);
  store.undo();
  assert.deepEqual([...store.snapshot.counts], [['party', 2]]);
  assert.equal(store.get(ids[0]!)!.note, '');
});

test('An orphan can be put on other words, and the move taken back', () => {
  const store = tagged('双方[谈判]并签署');
  const { id } = store.snapshot.anchored[0]!;
  store.edit([replacing(store, '谈判', '')]);
  assert.equal(store.move(id, { start: 3, end: 5 }), true);
  assert.equal(writeMarks(store), '双方并[签署]');
  assert.equal(store.get(id)!.quotes[0]!.exact, '签署');
  store.undo();
  assert.equal(store.snapshot.orphans[0]!.quotes[0]!.exact, '谈判');
});

test('Tags at a place: the innermost first, at either end too', () => {
  const store = tagged('[甲[乙[丙]]丁]');
  const words = (offset: number) =>
    store.at(offset).map(({ spans }) => store.text.slice(spans[0]!.start, spans[0]!.end));
  assert.deepEqual(words(2), ['丙', '乙丙', '甲乙丙丁']);
  assert.deepEqual(words(0), ['甲乙丙丁']);
  assert.deepEqual(words(4), ['甲乙丙丁']);
  assert.equal(store.overlapping({ start: 1, end: 2 }).length, 2);
});

test('A snapshot stays the same until something changes, and unmoved tags stay the same objects', () => {
  const store = tagged('[中方]重申[支持]');
  const before = store.snapshot;
  assert.equal(store.snapshot, before);
  const events: string[] = [];
  const stop = store.onDidChange(({ kind }) => events.push(kind));
  store.edit([{ start: 3, end: 3, text: '再' }]);
  assert.notEqual(store.snapshot, before);
  assert.equal(store.snapshot.anchored[0], before.anchored[0]);
  assert.equal(before.anchored[1]!.spans[0]!.start, 4);
  store.remove(['none']);
  store.undo();
  stop();
  store.redo();
  assert.deepEqual(events, ['text', 'tags']);
});

test('Rejected tags do not count', () => {
  const store = storeOf('中方和俄方');
  store.add({ label: 'party', range: { start: 0, end: 2 } });
  store.add({ label: 'party', range: { start: 3, end: 5 }, review: 'rejected' });
  assert.deepEqual([...store.snapshot.counts], [['party', 1]]);
});

test('An edit that does not fit the text is the caller’s fault, and said so', () => {
  const store = tagged('[中方]重申');
  assert.throws(() => store.edit([{ start: 90, end: 91, text: '' }]), RangeError);
  assert.equal(writeMarks(store), '[中方]重申');
});
