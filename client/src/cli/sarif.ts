import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Level, RuleId } from '../../../server/src/artefacts/artefact.ts';
import { defaultLevels } from '../../../server/src/artefacts/rule.ts';
import { say as sayIn } from '../../../server/src/l10n/bilingual.ts';
import { rules } from '../../../server/src/rules.ts';
import type { FileEncoding } from '../../../server/src/text/encoding/detection.ts';
import type { Language } from './messages.ts';
import { locationOf, sarifLevels } from './sarif-result.ts';

/** What one run found, for `sarifOf`. */
export interface LintRun {
  readonly version: string;
  readonly language: Language;
  /** Levels that differ from the rules' own. */
  readonly levels: Readonly<Partial<Record<RuleId, Level>>>;
  /** The files that were read, with their encodings. */
  readonly files: readonly { readonly name: string; readonly encoding: FileEncoding }[];
  readonly results: readonly Result[];
  /** What kept files from being read, in sentences. */
  readonly complaints: readonly string[];
  readonly exitCode: number;
}

/**
 * The run as a SARIF 2.1.0 log (OASIS Standard, 27 March 2020). The rules have no `helpUri`, since their pages
 * have no address of their own; `help` says what a page begins with.
 */
export function sarifOf({ version, language, levels, files, results, complaints, exitCode }: LintRun): Log {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Jiaozhu',
            version,
            semanticVersion: version,
            language: language === 'zh' ? 'zh-CN' : 'en',
            rules: rules.map((rule): ReportingDescriptor => {
              const about = sayIn(rule.about);
              const level = levels[rule.id];
              return {
                id: rule.id,
                name: nameOf(rule.id),
                shortDescription: { text: sayIn(rule.name) },
                fullDescription: { text: about },
                help: { text: about },
                defaultConfiguration:
                  level === 'off'
                    ? { enabled: false, level: sarifLevels[defaultLevels[rule.class]] }
                    : { level: sarifLevels[level ?? defaultLevels[rule.class]] },
                properties: { class: rule.class },
              };
            }),
          },
        },
        invocations: [
          {
            executionSuccessful: complaints.length === 0,
            exitCode,
            ...(complaints.length > 0 && {
              toolExecutionNotifications: complaints.map((text) => ({
                level: 'error' as const,
                message: { text },
              })),
            }),
          },
        ],
        originalUriBaseIds: { SRCROOT: { uri: `${pathToFileURL(process.cwd()).href.replace(/\/$/, '')}/` } },
        artifacts: files.map(({ name, encoding }) => ({
          location: locationOf(name),
          mimeType: 'text/plain',
          encoding,
          sourceLanguage: 'zh',
        })),
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: results.map((result) => {
          const ruleIndex = indices.get(result.ruleId as RuleId);
          return ruleIndex === undefined ? result : { ...result, ruleIndex };
        }),
      },
    ],
  };
}

/** `line-break` → `LineBreak`, as SARIF wants a name that is an identifier. */
function nameOf(id: string): string {
  return id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
