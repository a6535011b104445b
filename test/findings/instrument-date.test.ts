import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateDispute } from '../../server/src/instruments/date-dispute.ts';
import type { Instrument } from '../../server/src/instruments/instrument.ts';
import { found, marked, messages } from './reading.ts';

const rule = 'instrument-date';

test('a date that is not that of the signature is shown, with what the registry has and from where', () => {
  const raw = '双方遵循2001年7月18日签署的《中俄睦邻友好合作条约》，该条约长存。';
  assert.deepEqual(marked(rule, raw), ['《中俄睦邻友好合作条约》']);
  const [message] = messages(rule, raw);
  assert.match(
    message!,
    /^The text dates 《中华人民共和国和俄罗斯联邦睦邻友好合作条约》 18 July 2001; .* 16 July 2001 .*source: .{3,}\)\.$/,
  );
  assert.deepEqual(found(rule, raw)[0]!.edits, []);
});

test('a date of entry into force, and one before there was anything to ratify', () => {
  assert.match(
    messages(rule, '《不扩散核武器条约》于1971年3月5日生效。')[0]!,
    /in force since 5 March 1971; .* 5 March 1970/,
  );
  assert.match(
    messages(rule, '2000年批准的《中俄睦邻友好合作条约》有效。')[0]!,
    /says “批准” \(2000\) of .*, before .* \(16 July 2001; source/,
  );
});

const quiet: readonly (readonly [why: string, text: string])[] = [
  ['the same day', '双方遵循2001年7月16日签署的《中俄睦邻友好合作条约》。'],
  ['the text is less exact', '双方遵循2001年签署的《中俄睦邻友好合作条约》。'],
  ['another event', '2021年双方批准的《中俄睦邻友好合作条约》延期。'],
  ['a state accedes later', '中国于1992年3月9日加入《不扩散核武器条约》。'],
  ['a state signs later', '1998年10月5日签署的《公民权利和政治权利国际公约》。'],
  ['in force for one state', '《不扩散核武器条约》于1992年3月9日对中国生效。'],
  ['an instrument that nobody knows', '2001年7月18日签署的《甲乙航空协定》。'],
  [
    'the date of a name that two bear tells which',
    '1982年8月17日发表的《中华人民共和国和美利坚合众国联合公报》。',
  ],
];
for (const [why, text] of quiet)
  test(`nothing is said: ${why}`, () => assert.deepEqual(found(rule, text), []));

const bilateral: Instrument = {
  id: 'a',
  kind: 'treaty',
  names: { zh: '甲' },
  parties: ['CN', 'MN'],
  adopted: { date: '2001-07' },
  inForce: '2002',
  sources: { 'adopted.date': 'a book', inForce: 'a list' },
};
const { parties: _, ...open } = bilateral;
const convention: Instrument = { ...open, opened: { date: '2001-12-01' } };

test('what each verb is compared with', () => {
  const says = (instrument: Instrument, date: string, verb?: string) =>
    dateDispute(verb === undefined ? { date } : { date, verb }, instrument)?.of;
  assert.equal(says(bilateral, '2001-07-16', '签署'), undefined, 'the registry is less exact');
  assert.equal(says(bilateral, '2001-08-16', '簽訂'), 'adoption');
  assert.equal(says(bilateral, '2002-05', '生效'), undefined);
  assert.equal(says(bilateral, '2003', '生效'), 'force');
  assert.equal(says(bilateral, '2003', '批准'), undefined);
  assert.equal(says(bilateral, '2001-06', '批准'), 'before');
  assert.equal(says(bilateral, '2002'), undefined, 'it may be called by the year of its entry into force');
  assert.equal(says(bilateral, '1999'), 'adoption');
  assert.equal(says(bilateral, '1999', '公布'), undefined);
  assert.equal(says(convention, '2001-12', '签署'), undefined);
  assert.equal(says(convention, '2004', '签署'), undefined);
  assert.equal(says(convention, '1999', '签署'), 'before');
  assert.equal(says(convention, '2000', '通过'), undefined, 'the vote may come before the signature');
  assert.equal(says(convention, '2005', '通过'), 'adoption');
  assert.equal(says(convention, '2000'), undefined);
  assert.equal(says(convention, '1990'), 'adoption');
  assert.equal(says({ ...bilateral, kind: 'draft' }, '1990', '签署'), undefined);
  assert.equal(dateDispute({ verb: '签署' }, bilateral), null);
  assert.equal(dateDispute({ date: '1999', verb: '签署' }, bilateral)!.source, 'a book');
});
