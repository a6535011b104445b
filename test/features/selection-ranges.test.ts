import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver';
import { selectionRanges } from '../../server/src/features/selection-ranges.ts';
import { atCursor, broken, snapshotOf } from './sample.ts';

/** What is selected step by step, from the mark on, up to the whole document. */
function widened(marked: string): string[] {
  const { snapshot, offset } = atCursor(marked);
  const steps: string[] = [];
  let [range]: (SelectionRange | undefined)[] = selectionRanges(snapshot, [offset]);
  for (; range !== undefined; range = range.parent) {
    const { start, end } = snapshot.lines.toOffsets(range.range);
    steps.push(snapshot.analysis.raw.slice(start, end));
  }
  assert.equal(steps.pop(), snapshot.analysis.raw);
  return steps;
}

test('word, clause, sentence, paragraph, section', () => {
  const text =
    '甲乙联合声明\n\n双方声明如下：\n\n一、关于贸易\n\n双方愿扩大贸▮易，并简化手续。双方满意。\n\n双方支持。\n\n二、关于文化\n\n双方支持互办展览。\n';
  const steps = widened(text);
  assert.deepEqual(steps, [
    '贸易',
    '双方愿扩大贸易',
    '双方愿扩大贸易，并简化手续。',
    '双方愿扩大贸易，并简化手续。双方满意。',
    '一、关于贸易\n\n双方愿扩大贸易，并简化手续。双方满意。\n\n双方支持。',
  ]);
});

test('a title with its marks is a word, and one in it too', () => {
  assert.deepEqual(widened('双方满意《〈甲乙协▮定〉议定书》，并执行。双方同意。'), [
    '〈甲乙协定〉',
    '《〈甲乙协定〉议定书》',
    '双方满意《〈甲乙协定〉议定书》',
    '双方满意《〈甲乙协定〉议定书》，并执行。',
  ]);
});

test('a comma in a title parts no clause', () => {
  assert.equal(widened('双方满意《关于贸▮易，投资的协定》，并执行。')[1], '双方满意《关于贸易，投资的协定》');
});

test('a date is a word, and so is a mention without marks', () => {
  assert.equal(widened('双方于2031年5▮月2日签署。')[0], '2031年5月2日');
  assert.equal(widened('双方于二〇三▮一年五月签署。')[0], '二〇三一年五月');
  assert.equal(widened('双方签署《甲乙渔业协定》。该▮协定有效。')[0], '该协定');
});

test('behind a word it is still the word; between marks there is none', () => {
  assert.equal(widened('双方同意▮，并执行。')[0], '同意');
  assert.equal(widened('双方同意。▮\n\n双方支持。')[0], '双方同意。');
});

test('an item with the items in it, and its own lines before that', () => {
  const text =
    '甲乙联合声明\n\n双方声明如下：\n\n一、关于贸易\n\n双方将：\n\n（一）开放▮口岸：\n\n1．东口；\n\n2．西口；\n\n（二）便利通关。\n';
  const steps = widened(text);
  assert.ok(steps.includes('（一）开放口岸：'), JSON.stringify(steps));
  assert.ok(steps.includes('（一）开放口岸：\n\n1．东口；\n\n2．西口；'), JSON.stringify(steps));
});

test('what a column has cut is widened as one', () => {
  assert.equal(widened(broken.replace('5 月', '5 ▮月'))[0], '2031 年\n\n5 月 2 日');
  const [title, clause] = widened(broken.replace('条\n\n约》', '条\n\n▮约》'));
  assert.equal(title, '《不扩散核武器条\n\n约》');
  assert.equal(clause, '愿在《不扩散核武器条\n\n约》框架内继续合作');
});

test('every place of a text has steps that lie in each other and around it', () => {
  const text =
    '甲国和乙国联合声明\r\n\r\n双方于 2031 年\r\n\r\n5 月声明 𠮷如下：\r\n\r\n一、贸易\r\n\r\n——《甲〈乙》条约〉，“好。”；（下转第 2版）\r\n\r\n——丙。\r\n\r\n\r\n';
  const snapshot = snapshotOf(text);
  const offsets = Array.from({ length: text.length + 1 }, (_, i) => i);
  const all = selectionRanges(snapshot, offsets);
  assert.equal(all.length, offsets.length);
  for (const [offset, innermost] of all.entries()) {
    const at = snapshot.lines.toOffsets({
      start: snapshot.lines.positionAt(offset),
      end: snapshot.lines.positionAt(offset),
    }).start;
    for (let step: SelectionRange | undefined = innermost; step !== undefined; step = step.parent) {
      const { start, end } = snapshot.lines.toOffsets(step.range);
      assert.ok(start <= at && at <= end, `${offset}: ${start}–${end}`);
      const parent: SelectionRange | undefined = step.parent;
      if (parent === undefined) continue;
      const outer = snapshot.lines.toOffsets(parent.range);
      assert.ok(outer.start <= start && end <= outer.end && outer.end - outer.start > end - start);
    }
  }
});

test('a text of nothing has itself', () => {
  assert.equal(selectionRanges(snapshotOf(''), [0]).length, 1);
});
