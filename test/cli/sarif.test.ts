import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Log, Region } from 'sarif';
import { ruleIds } from '../../server/src/rules.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { LineTable } from '../../server/src/text/lines.ts';
import { damaged, inFolder, mended, run } from './trial.ts';

async function sarif(args: readonly string[], env?: Record<string, string>) {
  const { code, out, err } = await run(['lint', '--format', 'sarif', ...args], env ? { env } : {});
  return { code, err, log: JSON.parse(out) as Log };
}

/** What the schema of SARIF 2.1.0 requires of each object that we write, and the values that it allows. */
function checkStructure(log: Log): void {
  assert.equal(log.version, '2.1.0');
  assert.match(log.$schema!, /sarif-2\.1\.0\.json$/);
  assert.equal(log.runs.length, 1);
  const [run] = log.runs;
  const { driver } = run!.tool;
  assert.ok(driver.name);
  assert.match(driver.language!, /^[a-z]{2}(-[A-Z]{2})?$/);
  assert.match(driver.semanticVersion!, /^\d+\.\d+\.\d+/);
  assert.equal(run!.columnKind, 'utf16CodeUnits');
  const ids = driver.rules!.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const rule of driver.rules!) {
    assert.match(rule.name!, /^[A-Z][A-Za-z]+$/);
    for (const message of [rule.shortDescription, rule.fullDescription, rule.help]) assert.ok(message!.text);
    assert.match(rule.defaultConfiguration!.level!, /^(none|note|warning|error)$/);
  }
  for (const { uri } of Object.values(run!.originalUriBaseIds!)) assert.match(uri!, /^file:\/\/.*\/$/);
  for (const invocation of run!.invocations!) {
    assert.equal(typeof invocation.executionSuccessful, 'boolean');
    for (const { message } of invocation.toolExecutionNotifications ?? []) assert.ok(message.text);
  }
  for (const result of run!.results!) {
    assert.equal(driver.rules![result.ruleIndex!]!.id, result.ruleId);
    assert.match(result.level!, /^(none|note|warning|error)$/);
    assert.ok(result.message.text);
    for (const { physicalLocation } of result.locations!) {
      assert.ok(physicalLocation!.artifactLocation);
      checkRegion(physicalLocation!.region!);
    }
    for (const { physicalLocation, message } of result.relatedLocations ?? []) {
      assert.ok(message!.text);
      checkRegion(physicalLocation!.region!);
    }
    for (const fix of result.fixes ?? []) {
      assert.ok(fix.artifactChanges.length > 0);
      for (const change of fix.artifactChanges) {
        assert.ok(change.artifactLocation);
        assert.ok(change.replacements.length > 0);
        for (const { deletedRegion } of change.replacements) checkRegion(deletedRegion);
      }
    }
  }
}

function checkRegion({ startLine, startColumn, endLine, endColumn, charOffset, charLength }: Region): void {
  for (const count of [startLine, startColumn, endLine, endColumn]) assert.ok(count! >= 1);
  assert.ok(charOffset! >= 0 && charLength! >= 0);
  assert.ok(endLine! > startLine! || endColumn! >= startColumn!);
}

test('lint --format sarif writes a log with rules, results, regions and fixes', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  const { code, log } = await sarif(['a.txt']);
  checkStructure(log);
  assert.equal(code, 1);
  const [{ tool, results, artifacts, invocations }] = log.runs as [Log['runs'][0]];
  assert.deepEqual(
    tool.driver.rules!.map(({ id }) => id),
    ruleIds,
  );
  assert.deepEqual(
    results!.map(({ ruleId, level }) => `${level} ${ruleId}`),
    [...Array(3).fill('note mark-spacing'), 'note dash-item-spacing', 'warning jump-mark'],
  );
  assert.deepEqual(results![0]!.locations![0]!.physicalLocation, {
    artifactLocation: { uri: 'a.txt', uriBaseId: 'SRCROOT' },
    region: { startLine: 3, startColumn: 4, endLine: 3, endColumn: 7, charOffset: 11, charLength: 3 },
  });
  assert.equal(artifacts![0]!.encoding, 'utf-8');
  assert.deepEqual(invocations, [{ executionSuccessful: true, exitCode: 1 }]);
});

test('the replacements of safe findings mend the text, with a BOM and other line ends too', async (t) => {
  inFolder(t);
  for (const [text, wanted] of [
    [damaged, mended],
    [damaged.replaceAll('\n', '\r\n'), mended.replaceAll('\n', '\r\n')],
  ] as const) {
    writeFileSync('a.txt', `\ufeff${text}`);
    const { log } = await sarif(['a.txt']);
    const lines = new LineTable(text);
    const edits = log.runs[0]!.results!.filter(({ level }) => level === 'note')
      .flatMap(({ fixes }) => fixes![0]!.artifactChanges[0]!.replacements)
      .map(({ deletedRegion: region, insertedContent }) => {
        const at = (line: number, column: number) => lines.startOf(line - 1) + column - 1;
        const start = at(region.startLine!, region.startColumn!);
        assert.equal(start, region.charOffset);
        return { start, end: at(region.endLine!, region.endColumn!), text: insertedContent?.text ?? '' };
      });
    assert.equal(applyEdits(text, edits), wanted);
  }
});

test('names become relative URIs, of which the base is told', async (t) => {
  inFolder(t);
  mkdirSync('a b');
  writeFileSync('a b/公报 #1 [x]%20.txt', damaged);
  const { log } = await sarif(['a b/公报 #1 [x]%20.txt', '-']);
  checkStructure(log);
  const [run] = log.runs;
  const { uri, uriBaseId } = run!.artifacts![0]!.location!;
  assert.equal(uri, 'a%20b/%E5%85%AC%E6%8A%A5%20%231%20%5Bx%5D%2520.txt');
  const url = new URL(uri!, run!.originalUriBaseIds![uriBaseId!]!.uri);
  assert.match(decodeURIComponent(url.pathname), /\/a b\/公报 #1 \[x\]%20\.txt$/);
});

test('files that cannot be read are notifications, and the run has failed', async (t) => {
  inFolder(t, { 'a.txt': '双方欢迎。\n' });
  const { code, err, log } = await sarif(['a.txt', 'b.txt']);
  checkStructure(log);
  assert.equal(code, 2);
  assert.deepEqual(err, ['jiaozhu: b.txt: there is no such file.']);
  assert.deepEqual(log.runs[0]!.invocations, [
    {
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'b.txt: there is no such file.' } }],
    },
  ]);
});

test('levels and the language are those asked for', async (t) => {
  inFolder(t, { 'a.txt': damaged });
  const { log } = await sarif(['--rule', 'digit-spacing=error', '--rule', 'jump-mark=off', 'a.txt'], {
    LANG: 'zh_CN',
  });
  checkStructure(log);
  const { driver } = log.runs[0]!.tool;
  assert.equal(driver.language, 'zh-CN');
  const configuration = (id: string) => driver.rules!.find((rule) => rule.id === id)!.defaultConfiguration;
  assert.equal(configuration('digit-spacing')!.level, 'error');
  assert.equal(configuration('jump-mark')!.enabled, false);
  assert.match(log.runs[0]!.results![0]!.message.text!, /[一-鿿]/);
});

test('another place that a finding is about, with what stands there', async (t) => {
  inFolder(t, { 'a.txt': '甲国和乙国协定\n第一条 双方合作。\n第二条 双方通报。\n第二条 双方互访。\n' });
  const { log } = await sarif(['a.txt']);
  checkStructure(log);
  const [related] = log.runs[0]!.results!.find(({ ruleId }) => ruleId === 'numbering')!.relatedLocations!;
  assert.equal(related!.message!.text, 'Number 2 stands here already.');
  assert.equal(related!.physicalLocation!.region!.startLine, 3);
});
