import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHintCard, inlayHints } from '../../server/src/features/inlay-hints.ts';
import { shortTitle } from '../../server/src/features/short-name.ts';
import { service, snapshotOf, surroundings } from './sample.ts';

/** The text with each hint in {} where it is shown; hints are asked for between the marks ▮, if there are any. */
function hinted(marked: string): string {
  const text = marked.replaceAll('▮', '');
  const start = marked.indexOf('▮');
  const within =
    start < 0 ? { start: 0, end: text.length } : { start, end: marked.indexOf('▮', start + 1) - 1 };
  const snapshot = snapshotOf(text);
  let shown = text;
  for (const { position, label } of inlayHints(snapshot, within, service.registry).reverse()) {
    const at = snapshot.lines.offsetAt(position);
    shown = `${shown.slice(0, at)}{${label}}${shown.slice(at)}`;
  }
  return shown;
}

const named = '双方恪守《不扩散核武器条约》（以下简称“条约”）。';

test('a short form in another paragraph says what it means', () => {
  assert.equal(
    hinted(`${named}\n\n双方认为该条约是基石。\n`),
    `${named}\n\n双方认为该条约{不扩散核武器条约}是基石。\n`,
  );
});

test('once in a paragraph, and not where the paragraph names it', () => {
  assert.equal(
    hinted(`${named}该条约有效。\n\n条约是基石。该条约须遵守，条约有效。\n\n条约有效。\n`),
    `${named}该条约有效。\n\n条约{不扩散核武器条约}是基石。该条约须遵守，条约有效。\n\n条约{不扩散核武器条约}有效。\n`,
  );
});

test('a title that nobody knows is told as the text has it, without its middle where it is long', () => {
  const title = '甲国和乙国2031年至2040年湿地和候鸟保护合作规划纲要';
  assert.equal(
    hinted(`双方签署《${title}》。\n\n双方落实《纲要》。\n`),
    `双方签署《${title}》。\n\n双方落实《纲要》{甲国和乙国20…鸟保护合作规划纲要}。\n`,
  );
  assert.equal([...shortTitle('𠮷'.repeat(30))].length, 17);
});

test('another name of a treaty says its title', () => {
  assert.equal(
    hinted('双方恪守《核不扩散条约》。\n'),
    '双方恪守《核不扩散条约》。\n',
    'a name of the registry is a full one here',
  );
});

test('names, 本协定 and what fits several say nothing', () => {
  const text =
    '甲国和乙国渔业协定\n\n本协定依据《联合国宪章》。\n\n《联合国宪章》有效。\n\n《北京宣言》有效。\n';
  assert.equal(hinted(text), text);
});

test('only what is in sight is told, and that does not hang on where the sight begins', () => {
  const first = `${named}\n\n条约是基石。\n\n`;
  assert.equal(
    hinted(`${first}▮条约有效。\n\n▮条约须遵守。\n`),
    `${first}条约{不扩散核武器条约}有效。\n\n条约须遵守。\n`,
  );
  const inside = '条约有效。该▮条约须遵守▮。\n';
  assert.equal(hinted(`${named}\n\n${inside}`), `${named}\n\n${inside.replaceAll('▮', '')}`);
});

test('its card is that of the mention', () => {
  const snapshot = snapshotOf(`${named}\n\n条约有效。\n`);
  const [hint] = inlayHints(snapshot, { start: 0, end: snapshot.analysis.raw.length }, service.registry);
  const card = inlayHintCard(snapshot, hint!.data, surroundings, false);
  assert.ok(card!.value.startsWith('《不扩散核武器条约》\nTreaty on the Non-Proliferation'));
});

test('what stands for several says which', () => {
  const treaties = '双方恪守《不扩散核武器条约》和《全面禁止核试验条约》。';
  const text = `${treaties}\n\n双方认为上述两条约重要。\n`;
  assert.equal(
    hinted(text),
    `${treaties}\n\n双方认为上述两条约{不扩散核武器条约、全面禁止核试验条约}重要。\n`,
  );
});
